package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.SendingFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a round goes. */
class PostRoundTest extends MessagingTest {

    @Test
    void aRoundIsBounded() {
        writer.words = envelope -> Optional.empty();
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> {
            for (int i = 0; i < PostRound.MOST + 30; i++) {
                outbox.post(letter("letter " + i));
            }
        }));

        assertThat(round.sendDue()).isEqualTo(PostRound.MOST);
        assertThat(round.sendDue()).isEqualTo(30);
    }

    @Test
    void aServerThatIsAwayIsNotAskedForEachLetterThatWaits() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, new IllegalStateException());
        };
        for (int i = 0; i < 5; i++) {
            post(letter("letter " + i));
        }

        round.sendDue();

        assertThat(transport.asked).hasValue(1);
    }

    @Test
    void whatLeftBeforeTheServerWentAwayCounts() {
        transport.before = mail -> {
            if (transport.asked.get() > 2) {
                throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, new IllegalStateException());
            }
        };
        for (int i = 0; i < 5; i++) {
            post(letter("letter " + i));
        }

        assertThat(round.sendDue()).isEqualTo(2);
        assertThat(transport.asked).hasValue(3);
    }
}
