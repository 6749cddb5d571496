package fr.preau.registrations;

import fr.preau.messaging.Envelope;
import fr.preau.messaging.Outbox;
import fr.preau.messaging.Recipient;
import fr.preau.people.HouseholdService;
import fr.preau.people.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells families what has become of their registrations, in the transaction in which it became so: by letter, or by a task
 * for reception where no letter arrives.
 */
@Component
class FamilyNews {

    private final Outbox outbox;
    private final HouseholdService households;
    private final Registrations registrations;
    private final Clock clock;

    FamilyNews(Outbox outbox, HouseholdService households, Registrations registrations, Clock clock) {
        this.outbox = outbox;
        this.households = households;
        this.registrations = registrations;
        this.clock = clock;
    }

    Reach reachOf(UUID household) {
        return households.reachOf(household);
    }

    /** Writes to every address of the family; false when it has none. */
    boolean tell(LetterKey letter, Reach reach) {
        for (int i = 0; i < reach.mails().size(); i++) {
            outbox.post(new Envelope(letter.text(i), letter.kind().kind(), letter.subject(),
                    new Recipient(reach.mails().get(i), reach.displayName())));
        }
        return !reach.mails().isEmpty();
    }

    /**
     * Says what came of a request at once. Whoever stands at the desk, is on the phone or reads the screen has heard it; whoever sent a
     * paper and has no address is called.
     */
    void tellOfRequest(LetterKey letter, Reach reach, RegistrationRequest request) {
        if (!tell(letter, reach) && request.channel() == Channel.PAPER) {
            registrations.add(new CallTask(CallReason.ON_PAPER, request.id(), request.householdId(), null, clock.instant()));
        }
    }

    /** Whether somebody of this household did it, who needs no news of it. */
    boolean isFrom(UUID household, By by) {
        return by.actor() == Actor.FAMILY && by.account() != null && households.householdOf(by.account()).filter(household::equals).isPresent();
    }

    /** Writes, or has reception call; the call is dated as what it tells of. */
    void tellOrCall(LetterKey letter, UUID household, CallReason why, UUID request) {
        tellOrCall(letter, household, why, Set.of(request));
    }

    /** The same in one letter, or in a call that stands with each of these requests: as one act it is one line for who calls. */
    void tellOrCall(LetterKey letter, UUID household, CallReason why, Collection<UUID> requests) {
        tellOrCall(letter, household, why, requests, letter.when().orElseGet(clock::instant));
    }

    /** @param when that happened of which the family has to hear, where the letter does not say it */
    void tellOrCall(LetterKey letter, UUID household, CallReason why, Collection<UUID> requests, Instant when) {
        if (!tell(letter, reachOf(household))) {
            requests.forEach(request -> registrations.add(new CallTask(why, request, household, null, letter.gesture().orElse(null), when)));
        }
    }
}
