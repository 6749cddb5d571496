package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.SendingFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of one letter. */
class SenderTest extends MessagingTest {

    @Test
    void aLetterLeavesOnce() {
        post(letter("a"));

        round.sendDue();
        round.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(stateOf("a")).isEqualTo("SENT");
    }

    @Test
    void aLetterThatIsNoLongerTrueDoesNotLeave() {
        post(letter("a"));
        writer.words = envelope -> Optional.empty();

        round.sendDue();

        assertThat(transport.asked).hasValue(0);
        assertThat(stateOf("a")).isEqualTo("WITHDRAWN");
    }

    @Test
    void aLetterSaysWhatIsTrueWhenItLeavesInItsOwnCentre() throws Exception {
        post(letter("a"));
        var seen = new ArrayList<Object>();
        writer.words = envelope -> {
            seen.add(CurrentCentre.require());
            return Optional.of(Letter.titled("La séance est à 15 h"));
        };

        round.sendDue();

        assertThat(seen).containsExactly(centre.id());
        assertThat(server.getReceivedMessages()[0].getSubject()).isEqualTo("La séance est à 15 h");
    }

    @Test
    void aServerThatIsAwayIsAskedAgainLaterForADayThenTheFailureIsSeen() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, new IllegalStateException());
        };
        post(letter("a"));

        int hours = 0;
        round.sendDue();
        round.sendDue();
        assertThat(transport.asked).as("no second attempt at once").hasValue(1);
        assertThat(stateOf("a")).isEqualTo("WAITING");
        while (stateOf("a").equals("WAITING") && hours < 100) {
            clock.pass(Duration.ofHours(1));
            hours++;
            round.sendDue();
        }

        assertThat(transport.asked).hasValue(PostedLetter.MOST_ATTEMPTS);
        assertThat(hours).isBetween(20, 30);
        assertThat(stateOf("a")).isEqualTo("FAILED");
    }

    @Test
    void aRefusedAddressIsNotTriedAgain() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };
        post(letter("a"));

        round.sendDue();

        assertThat(stateOf("a")).isEqualTo("FAILED");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aBugOnTheWayIsAFailureOfThatLetterWhichIsNotTriedForEver(CapturedOutput log) {
        transport.before = mail -> {
            if (mail.title().equals("broken")) {
                throw new IllegalArgumentException("a bug in a transport");
            }
        };
        writer.words = envelope -> Optional.of(Letter.titled(envelope.key()));
        post(letter("broken"));
        post(letter("whole"));

        assertThat(round.sendDue()).isEqualTo(2);

        assertThat(stateOf("broken")).isEqualTo("WAITING");
        assertThat(stateOf("whole")).isEqualTo("SENT");
        assertThat(log.getAll().split("could not be handed over", -1)).as("told once").hasSize(2);
        assertThat(round.sendDue()).as("not again at once").isZero();
        for (int day = 0; day < PostedLetter.MOST_ATTEMPTS; day++) {
            clock.pass(Duration.ofDays(1));
            round.sendDue();
        }
        assertThat(stateOf("broken")).isEqualTo("FAILED");
        assertThat(transport.asked).hasValue(1 + PostedLetter.MOST_ATTEMPTS);
    }

    @Test
    void aLetterThatCannotBeWrittenDoesNotHoldUpTheOthers() {
        writer.words = envelope -> {
            if (envelope.key().equals("broken")) {
                throw new IllegalStateException("a bug in a writer");
            }
            return Optional.of(Letter.titled("Bonjour"));
        };
        post(letter("broken"));
        post(letter("whole"));

        round.sendDue();

        assertThat(stateOf("broken")).isEqualTo("WAITING");
        assertThat(stateOf("whole")).isEqualTo("SENT");
    }
}
