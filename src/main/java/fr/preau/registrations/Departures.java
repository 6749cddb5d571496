package fr.preau.registrations;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets persons out of a group: their seats, their turn in the list and their offer go with them. */
@Component
class Departures {

    private final Registrations registrations;
    private final CallTasks calls;

    Departures(Registrations registrations, CallTasks calls) {
        this.registrations = registrations;
        this.calls = calls;
    }

    /**
     * Takes this step with those who have not taken it yet.
     *
     * @return who left now
     */
    List<Registration> leave(GroupBook book, Collection<Registration> leaving, RegistrationState to, OfferState offersEnd, By by) {
        var left = leaving.stream().filter(registration -> !registration.state().isFinal()).toList();
        var waited = partiesIn(left, RegistrationState.WAITING);
        var offered = partiesIn(left, RegistrationState.OFFERED);
        var hoped = left.stream().filter(registration -> HopefulFamilies.WAIT.contains(registration.state())).toList();
        for (var registration : left) {
            registration.become(to, by, book.now(), book).ifPresent(registrations::add);
        }
        for (var party : waited) {
            if (registrations.ofParty(party, RegistrationState.WAITING).isEmpty()) {
                book.partyNoLongerWaits(sessionOf(left, party));
            }
        }
        for (var party : offered) {
            if (registrations.ofParty(party, RegistrationState.OFFERED).isEmpty()) {
                registrations.openOfferOf(party).ifPresent(offer -> end(offer, offersEnd, by, book));
            }
        }
        calls.closeForWhoWaitsNoMore(hoped, book.now());
        return left;
    }

    /** Ends an offer and the calls that it needed. */
    void end(PlaceOffer offer, OfferState how, By by, GroupBook book) {
        offer.end(how, book.now());
        registrations.openCallsFor(offer.id()).forEach(call -> call.done(by.account(), null, book.now()));
    }

    private static Set<UUID> partiesIn(List<Registration> left, RegistrationState state) {
        return left.stream().filter(registration -> registration.state() == state).map(Registration::partyId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable UUID sessionOf(List<Registration> left, UUID party) {
        for (var registration : left) {
            if (registration.partyId().equals(party)) {
                return registration.sessionId();
            }
        }
        throw new IllegalStateException("A party of nobody");
    }
}
