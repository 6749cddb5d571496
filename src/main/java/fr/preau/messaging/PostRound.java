package fr.preau.messaging;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.smtp.MailTransport;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Goes round all outboxes and has sent what is due: the federation's letters, then each centre's in its turn. Any number of rounds at once. */
@Component
class PostRound {

    /** A round ends after so many letters; the next one goes on. */
    static final int MOST = 200;
    /**
     * So many letters of a centre, then it is the next one's turn: a centre that writes to all waits for itself only, and who
     * wants to be let in waits half a second at most.
     */
    private static final int TURN = 10;

    private final OutboxLetters centreLetters;
    private final FederationLetters federationLetters;
    private final Sender sender;
    private final MailTransport transport;
    private final Clock clock;
    /** Real time, whatever a test's clock says; shared by all rounds of this process. */
    private final BlockingBucket pace;

    PostRound(OutboxLetters centreLetters, FederationLetters federationLetters, Sender sender, MailTransport transport,
              MailProperties properties, Clock clock) {
        this.centreLetters = centreLetters;
        this.federationLetters = federationLetters;
        this.sender = sender;
        this.transport = transport;
        this.clock = clock;
        this.pace = Bucket.builder().addLimit(limit -> limit.capacity(properties.pace()).refillGreedy(properties.pace(), Duration.ofSeconds(1)))
                .build().asBlocking();
    }

    /** How many letters were in hand, and whether the mail server is away, so that there is no use in asking again now. */
    private record Turn(int done, boolean serverAway) {

        Turn and(Turn next) {
            return new Turn(done + next.done, next.serverAway);
        }
    }

    /** Sends what is due, of all centres in turn, a bounded number; says how many letters it had in hand. */
    int sendDue() {
        try (var errand = transport.errand()) {
            int done = 0;
            Turn all;
            do {
                all = turnOfAll(errand);
                done += all.done();
            } while (all.done() > 0 && !all.serverAway() && done < MOST);
            return done;
        }
    }

    private Turn turnOfAll(MailTransport.Errand errand) {
        var centres = CurrentCentre.acrossCentres(() -> centreLetters.centresWithDueLetters(clock.instant()));
        var all = CurrentCentre.acrossCentres(() -> turn(() -> sender.sendOne(federationLetters, errand)));
        for (var centre : centres) {
            if (all.serverAway()) {
                break;
            }
            all = all.and(CurrentCentre.in(centre, () -> turn(() -> sendOneInTime(errand))));
        }
        return all;
    }

    /** Some letters of one outbox. */
    private static Turn turn(Supplier<Sender.Step> sendOne) {
        for (int done = 0; done < TURN; done++) {
            var step = sendOne.get();
            if (step != Sender.Step.DONE) {
                return new Turn(done, step == Sender.Step.SERVER_AWAY);
            }
        }
        return new Turn(TURN, false);
    }

    /** Waits before the letter is claimed: nothing is held meanwhile. A round that is told to stop leaves it to the next. */
    private Sender.Step sendOneInTime(MailTransport.Errand errand) {
        try {
            pace.consume(1);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return Sender.Step.NOTHING_DUE;
        }
        return sender.sendOne(centreLetters, errand);
    }
}
