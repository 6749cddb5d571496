package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.NoCentreException;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** What is posted, once, within its transaction. */
class OutboxTest extends MessagingTest {

    @Test
    void theSameKeyTwiceIsOneLetter() {
        post(letter("a"));
        post(letter("a"));
        round.sendDue();
        post(letter("a"));
        round.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theSameKeyInAnotherCentreIsAnotherLetter() {
        post(letter("a"));
        centre = centres.open();
        post(letter("a"));

        assertThat(round.sendDue()).isEqualTo(2);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whatIsUndoneSendsNothing() {
        assertThatThrownBy(() -> CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> {
            outbox.post(letter("a"));
            throw new IllegalStateException("undone");
        }))).hasMessage("undone");

        assertThat(round.sendDue()).isZero();
        assertThat(transport.asked).hasValue(0);
    }

    @Test
    void aLetterWithoutItsTransactionOrItsCentreIsABug() {
        assertThatThrownBy(() -> CurrentCentre.runIn(centre.id(), () -> outbox.post(letter("a"))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> CurrentCentre.acrossCentres(() -> transactions.call(() -> {
            outbox.post(letter("a"));
            return true;
        }))).isInstanceOf(NoCentreException.class);
    }

    @Test
    void callersPostWhileALetterIsOnItsWay() {
        post(letter("slow"));
        transport.before = mail -> {
            transport.before = other -> { };
            post(letter("meanwhile"));
        };

        round.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aLetterOfTheFederationLeavesAcrossCentresAndItsWordsStayNowhere() throws Exception {
        var seen = new ArrayList<Object>();
        writer.words = envelope -> {
            seen.add(CurrentCentre.find());
            return Optional.of(Letter.titled("Votre code").paragraph("Votre code est 123456"));
        };

        CurrentCentre.acrossCentres(() -> transactions.call(() -> {
            outbox.postAcrossCentres(letter("sign-in"));
            outbox.postAcrossCentres(letter("sign-in"));
            return true;
        }));
        round.sendDue();

        assertThat(seen).containsExactly(Optional.empty());
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(database.sql("SELECT count(*) FROM federation_letter WHERE state = 'SENT' AND body IS NULL").query(Integer.class).single()).isEqualTo(1);
        assertThat(database.sql("SELECT count(*) FROM outbox_letter").query(Integer.class).single()).isZero();
    }
}
