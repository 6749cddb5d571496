package fr.preau.registrations;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where the registration of one person stands (domain rules 5.2). A final state stays: who comes back asks anew, in a new row. */
public enum RegistrationState {
    /** <i>Brouillon</i>: begun, not sent. */
    DRAFT,
    /** <i>Demandée</i>: sent, the staff has to answer. */
    REQUESTED,
    /** <i>Préinscrite</i>: the place is held until a deadline, something is still missing. */
    PRE_REGISTERED,
    /** <i>Liste d’attente</i>. */
    WAITING,
    /** <i>Place proposée</i>: a place became free and is kept until the family has answered, or the deadline. */
    OFFERED,
    /** <i>Confirmée</i>. */
    CONFIRMED,
    /** <i>Refusée</i> by the staff, with a reason. */
    REFUSED,
    /** <i>Déclinée</i>: the family did not want the place that was offered. */
    DECLINED,
    /** <i>Expirée</i>: no answer before the deadline. */
    EXPIRED,
    /** <i>Annulée par l’usager</i>. */
    CANCELLED_BY_FAMILY,
    /** <i>Annulée par la structure</i>. */
    CANCELLED_BY_CENTRE,
    /** <i>Clôturée</i>: the activity is over and the list never moved so far. */
    CLOSED,
    /** <i>Terminée</i>: the last session is over. */
    COMPLETED;

    private static final Set<RegistrationState> TAKE_A_PLACE = EnumSet.of(PRE_REGISTERED, OFFERED, CONFIRMED);

    /**
     * The whole table of what may follow what; a state that is not here is final. It is the one of the domain rules, and takes these
     * steps beside them:
     * <ul>
     * <li>out of DRAFT to where somebody is at once: a draft is no row, and who sends it has a place or waits, and need not be answered;
     * <li>REQUESTED to CONFIRMED: the team says yes and nothing is missing; to CLOSED: it has said nothing, and all is over;
     * <li>OFFERED to both CANCELLED: the family leaves, or the centre calls all off, before the offer is answered;
     * <li>back to REQUESTED: a yes that the team takes back within minutes ({@link Approval}), and nothing else.
     * </ul>
     * OFFERED to PRE_REGISTERED is a step of the rules that no service takes yet.
     */
    private static final Map<RegistrationState, Set<RegistrationState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(REQUESTED, PRE_REGISTERED, WAITING, CONFIRMED, EXPIRED),
            REQUESTED, EnumSet.of(PRE_REGISTERED, WAITING, CONFIRMED, REFUSED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, CLOSED),
            PRE_REGISTERED, EnumSet.of(REQUESTED, CONFIRMED, EXPIRED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE),
            WAITING, EnumSet.of(REQUESTED, OFFERED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, CLOSED),
            OFFERED, EnumSet.of(CONFIRMED, PRE_REGISTERED, DECLINED, EXPIRED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE),
            CONFIRMED, EnumSet.of(REQUESTED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, COMPLETED)));

    /** Whether it counts against the places of its sessions (R1). */
    public boolean takesPlace() {
        return TAKE_A_PLACE.contains(this);
    }

    /** Whether nothing can follow. */
    public boolean isFinal() {
        return !NEXT.containsKey(this);
    }

    /** Whether the person counts somewhere: has a place, waits for one, or waits for an answer. */
    public boolean isActive() {
        return !isFinal() && this != DRAFT;
    }

    public boolean mayBecome(RegistrationState next) {
        return next().contains(next);
    }

    public Set<RegistrationState> next() {
        return NEXT.getOrDefault(this, EnumSet.noneOf(RegistrationState.class));
    }
}
