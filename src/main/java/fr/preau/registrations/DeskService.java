package fr.preau.registrations;

import fr.preau.activities.AdmissionRules;
import fr.preau.base.AllowedTo;
import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the staff does for families: registers at the desk, by phone or from paper, in the same queue with the same rules;
 * ends registrations with a true reason; decides what was asked for.
 */
@Service
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class DeskService {

    private final Register register;
    private final Approval approval;
    private final Cancellation cancellation;
    private final JustCancelled justCancelled;
    private final RegistrationSheets sheets;
    private final RegistrationHistories histories;
    private final Registrations registrations;
    private final GroupBooks books;
    private final FamilyNews news;
    private final CallTasks calls;
    private final HouseholdService households;
    private final HoldTime holdTime;
    private final RetriedTransaction transactions;
    private final Clock clock;

    DeskService(Register register, Approval approval, Cancellation cancellation, JustCancelled justCancelled, RegistrationSheets sheets,
                RegistrationHistories histories, Registrations registrations, GroupBooks books, FamilyNews news, CallTasks calls,
                HouseholdService households, HoldTime holdTime, RetriedTransaction transactions, Clock clock) {
        this.register = register;
        this.approval = approval;
        this.cancellation = cancellation;
        this.justCancelled = justCancelled;
        this.sheets = sheets;
        this.histories = histories;
        this.registrations = registrations;
        this.books = books;
        this.news = news;
        this.calls = calls;
        this.households = households;
        this.holdTime = holdTime;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What would happen, person by person. */
    @Transactional(readOnly = true)
    public Preview preview(UUID household, UUID group, Collection<UUID> persons, Set<UUID> sessions, PartyRule rule, DeskTerms terms) {
        return register.preview(household(household), group, persons, sessions, rule, terms);
    }

    /** Registers persons of a household; letting in beyond the places, beside the ages or after the closing needs its reason in the terms. */
    public RegisterOutcome register(RegisterCommand command, DeskTerms terms) {
        return register.register(command, household(command.household()), terms, By.staff(command.channel(), null));
    }

    /**
     * Registers where the team answers each request, and says yes in the same gesture, by the rules of every yes; with the yes
     * a place may be held, or lie beyond the places. The family hears of it in one letter, and at the desk or on the phone without.
     */
    public RegisterOutcome registerAndAccept(RegisterCommand command, DeskTerms terms) {
        var by = By.staff(command.channel(), null);
        return register.register(command, household(command.household()), terms.overbooking(null), by, outcome -> accepted(outcome, terms));
    }

    private RegisterOutcome accepted(RegisterOutcome outcome, DeskTerms terms) {
        if (!(outcome instanceof RegisterOutcome.Registered asked) || !asked.isToBeAccepted()) {
            return outcome;
        }
        var requested = asked.answers().stream().filter(one -> one.state() == RegistrationState.REQUESTED).map(Answer::registration)
                .collect(Collectors.toSet());
        approval.acceptAtOnce(requested, terms.exemptingFromAge(null).afterClosing(null), By.staff(Channel.DESK, null));
        return register.now(asked);
    }

    /** The family asked for it, by phone or at the desk: the letter says "à votre demande", and that is true. */
    public CancelOutcome cancelForFamily(Set<UUID> ids, Channel channel, @Nullable String reason) {
        return cancellation.cancel(sheets.known(ids), RegistrationState.CANCELLED_BY_FAMILY, By.staff(channel, reason));
    }

    /** Takes a cancellation back, the family's or the centre's own, within the same minutes as the family itself. */
    public UndoOutcome undoCancel(Set<UUID> ids, Channel channel) {
        return cancellation.undo(sheets.known(ids), By.staff(channel, null));
    }

    /** What of a request was cancelled in the last minutes and can still come back, unless somebody is faster. */
    @Transactional(readOnly = true)
    public List<RegistrationRecord> canComeBack(UUID request) {
        return justCancelled.ofRequest(request);
    }

    /** Whether there is room for all of these, which were cancelled in several gestures; otherwise one way back closes another. */
    @Transactional(readOnly = true)
    public boolean isRoomForAll(Set<UUID> ids) {
        return cancellation.isRoomForAll(sheets.known(ids));
    }

    /** The centre ends it: the letter says so, with this reason. */
    public CancelOutcome cancelByCentre(Set<UUID> ids, String reason) {
        return cancellation.cancel(sheets.known(ids), RegistrationState.CANCELLED_BY_CENTRE, By.staff(Channel.DESK, required(reason)));
    }

    /** Until when a place is usually held from now on: as many working days as the activity gives, or three. */
    public Instant proposedHold(AdmissionRules rules) {
        return holdTime.proposed(rules.holdDays());
    }

    /** Whether somebody is likely to be at the desk at this moment: a deadline at night or on a Sunday helps nobody. */
    public boolean isAtTheDesk(Instant moment) {
        return holdTime.isAtTheDesk(moment);
    }

    /**
     * What was missing is there: held places become confirmed.
     *
     * @return those that were still held; the others are over, or were confirmed before
     */
    public Set<UUID> confirmHeld(Set<UUID> ids, Channel channel) {
        var groups = transactions.call(() -> registrations.groupsOf(sheets.known(ids)));
        return transactions.call(() -> books.open(groups).stream().flatMap(book -> confirmHeld(book, ids, channel)).collect(Collectors.toSet()));
    }

    private Stream<UUID> confirmHeld(GroupBook book, Set<UUID> ids, Channel channel) {
        var held = registrations.withSeats(ids).stream()
                .filter(one -> one.groupId().equals(book.id()) && one.state() == RegistrationState.PRE_REGISTERED).toList();
        held.forEach(one -> one.become(RegistrationState.CONFIRMED, By.staff(channel, null), book.now(), book).ifPresent(registrations::add));
        books.write(book);
        Cancellation.byRequest(held).forEach((request, household) ->
                news.tell(LetterKey.of(LetterKind.CONFIRMED, request, book.now()), news.reachOf(household)));
        return held.stream().map(Registration::id);
    }

    /** The family was called, or nobody answered; an offer that is open stays open until it is answered. */
    public void callDone(UUID call, @Nullable String note) {
        var by = By.staff(Channel.PHONE, note);
        transactions.run(() -> calls.done(call, by, clock.instant()));
    }

    /** It was a slip: the family is to be called all the same, unless there is nothing to say any more. */
    public void callAgain(UUID call) {
        transactions.run(() -> calls.again(call, clock.instant()));
    }

    /** All that goes on of a family, the newest first. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR, Role.ANIMATOR})
    @Transactional(readOnly = true)
    public List<RegistrationRecord> goingOn(UUID household) {
        return sheets.activeOf(household);
    }

    /** A request with all its registrations. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR, Role.ANIMATOR})
    @Transactional(readOnly = true)
    public List<RegistrationRecord> request(UUID request) {
        return sheets.ofRequest(request);
    }

    /** All that happened to a request's registrations, the oldest first. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR, Role.ANIMATOR})
    @Transactional(readOnly = true)
    public List<HistoryLine> history(UUID request) {
        return histories.of(request);
    }

    private HouseholdRecord household(UUID id) {
        return households.find(id).orElseThrow(() -> new NotHereException("No such household in this centre"));
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed; the screen asks for it");
        }
        return reason.strip();
    }
}
