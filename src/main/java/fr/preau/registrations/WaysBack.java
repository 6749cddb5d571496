package fr.preau.registrations;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who may come back after an end: read at once for all of a gesture, which may be a family with all its dates. */
@Component
class WaysBack {

    /** What was still open (an offer, a place on hold) is not taken up again. */
    static final Set<RegistrationState> RETURN = EnumSet.of(RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.REQUESTED);

    /** A family takes back what it gave up itself; what the centre has ended is for the centre. */
    static final Set<RegistrationState> TAKEN_BACK_BY_STAFF = EnumSet.of(RegistrationState.CANCELLED_BY_FAMILY,
            RegistrationState.CANCELLED_BY_CENTRE);

    private final Ends ends;
    private final RegistrationSheets sheets;

    WaysBack(Ends ends, RegistrationSheets sheets) {
        this.ends = ends;
        this.sheets = sheets;
    }

    /** What decides about these of the book's group. */
    Known read(GroupBook book, List<Registration> lost) {
        var persons = each(lost, Registration::personId);
        var sessions = lost.stream().flatMap(one -> book.sessionsOf(one.sessionId()).stream()).collect(Collectors.toSet());
        return new Known(book, ends.statesBeforeEnd(each(lost, Registration::id)), ends.sitting(persons, sessions),
                ends.ofRequests(each(lost, Registration::requestId)), sheets.removedOf(persons), wentOn(each(lost, Registration::partyId)));
    }

    WentOn wentOn(Collection<UUID> parties) {
        return new WentOn(ends.partiesWithOffers(parties), ends.partiesThatWait(parties));
    }

    private static Set<UUID> each(List<Registration> some, Function<Registration, UUID> what) {
        return some.stream().map(what).collect(Collectors.toSet());
    }

    /**
     * Parties of which those who stayed have an offer by now, or the team's yes to a turn in the list. Who came back would stand in the
     * list beside them under the same name, and a party has one open offer.
     */
    record WentOn(Set<UUID> offered, Set<UUID> waiting) {

        boolean without(Registration left, RegistrationState as) {
            return as != RegistrationState.CONFIRMED && offered.contains(left.partyId())
                    || as == RegistrationState.REQUESTED && waiting.contains(left.partyId());
        }
    }

    /**
     * @param before  what each was before it ended
     * @param sitting where their persons sit or wait by now
     * @param all     all of their requests
     * @param removed those of their persons who were taken out of their households
     */
    record Known(GroupBook book, Map<UUID, RegistrationState> before, List<Registration> sitting, List<Registration> all, Set<UUID> removed,
                 WentOn wentOn) {

        RegistrationState before(Registration lost) {
            return Objects.requireNonNull(before.get(lost.id()));
        }

        /** A second tap: it was taken back a moment ago. */
        boolean isBack(Registration lost) {
            return TAKEN_BACK_BY_STAFF.contains(lost.state())
                    && sitting.stream().anyMatch(one -> one.requestId().equals(lost.requestId()) && sitsWhereWas(one, lost));
        }

        boolean mayReturn(Registration lost, By by) {
            boolean mayTakeBack = by.actor() == Actor.STAFF ? TAKEN_BACK_BY_STAFF.contains(lost.state())
                    : lost.state() == RegistrationState.CANCELLED_BY_FAMILY;
            return mayTakeBack && book.now().isBefore(lost.changedAt().plus(Cancellation.UNDO)) && RETURN.contains(before(lost))
                    && !book.sessionsOf(lost.sessionId()).isEmpty() && sitting.stream().noneMatch(one -> sitsWhereWas(one, lost))
                    && !wentOn.without(lost, before(lost)) && isLast(lost) && !removed.contains(lost.personId());
        }

        private boolean sitsWhereWas(Registration one, Registration lost) {
            return one.personId().equals(lost.personId()) && one.sitsIn(book.sessionsOf(lost.sessionId()));
        }

        /** Who came back and left again comes back to what she left last: calendars have heard of that. */
        private boolean isLast(Registration lost) {
            return all.stream().noneMatch(one -> one.comesAfter(lost));
        }
    }
}
