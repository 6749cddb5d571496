package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.SendingFailure;
import fr.preau.testing.SqlCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sender that dies, loses the database or comes too late: no letter is lost, and none leaves twice where that can be helped. */
class SenderDeathTest extends MessagingTest {

    @Test
    void afterACrashBeforeTheServerAcceptedTheLetterLeavesOnce() {
        post(letter("a"));
        transport.before = mail -> {
            throw new Crash();
        };
        assertThatThrownBy(round::sendDue).isInstanceOf(Crash.class);
        transport.reset();

        round.sendDue();
        assertThat(server.getReceivedMessages()).as("the claim still runs").isEmpty();
        clock.pass(PostedLetter.CLAIM.plusSeconds(1));
        round.sendDue();
        round.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void afterACrashBetweenAcceptanceAndMarkTheSecondMessageHasTheSameId() throws Exception {
        post(letter("a"));
        transport.after = mail -> {
            throw new Crash();
        };
        assertThatThrownBy(round::sendDue).isInstanceOf(Crash.class);
        transport.reset();
        clock.pass(PostedLetter.CLAIM.plusSeconds(1));

        round.sendDue();

        var messages = server.getReceivedMessages();
        assertThat(messages).hasSize(2);
        var id = database.sql("SELECT id FROM outbox_letter").query(UUID.class).single();
        assertThat(messages[0].getMessageID()).isEqualTo("<" + id + "@preau.example>").isEqualTo(messages[1].getMessageID());
        assertThat(stateOf("a")).isEqualTo("SENT");
    }

    /** Each thing that is done between the two is time in which a death makes a second letter. */
    @Test
    void betweenAcceptanceAndTheEndStandsOneStatementThatNamesTheCentre() throws Exception {
        post(letter("a"));
        List<String> accepted = new ArrayList<>();
        var said = SqlCount.withCommitsDuring(() -> {
            transport.after = mail -> accepted.add(database.sql("SELECT 'accepted'").query(String.class).single());
            return round.sendDue();
        });

        var after = said.subList(said.indexOf("SELECT 'accepted'") + 1, said.size());
        after = after.subList(0, after.indexOf(SqlCount.COMMIT));
        assertThat(accepted).hasSize(1);
        assertThat(after).singleElement().asString().startsWith("update outbox_letter").contains("centre_id = ?");
    }

    @Test
    void aDatabaseThatGoesAwayBetweenAcceptanceAndMarkIsToldWhenItIsBack() throws Exception {
        post(letter("a"));
        try (var blackout = new Blackout()) {
            transport.after = mail -> blackout.begin();

            round.sendDue();

            assertThat(blackout.happened()).isTrue();
        }
        assertThat(stateOf("a")).isEqualTo("SENT");
        clock.pass(PostedLetter.CLAIM.plusSeconds(1));
        transport.reset();
        round.sendDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aSenderThatLostItsClaimDoesNotChangeWhatAnotherDid() {
        post(letter("a"));
        transport.after = mail -> {
            transport.reset();
            clock.pass(PostedLetter.CLAIM.plusSeconds(1));
            round.sendDue();
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };

        round.sendDue();

        assertThat(stateOf("a")).isEqualTo("SENT");
    }

    @Test
    void aSenderThatLostItsClaimDoesNotSayThatItWasTheOneWhoSent() {
        post(letter("a"));
        transport.after = mail -> {
            transport.reset();
            writer.words = envelope -> Optional.empty();
            clock.pass(PostedLetter.CLAIM.plusSeconds(1));
            round.sendDue();
        };

        round.sendDue();

        assertThat(stateOf("a")).isEqualTo("WITHDRAWN");
    }

    /** What ends a sender without a word; no handler for failures sees it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }
}
