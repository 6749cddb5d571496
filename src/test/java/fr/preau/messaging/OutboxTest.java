package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.NoCentreException;
import fr.preau.testing.SqlCount;
import fr.preau.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxTest extends MessagingTest {

    @Test
    void aLetterLeavesOnce() {
        post(letter("a"));

        sender.sendDue();
        sender.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(stateOf("a")).isEqualTo("SENT");
    }

    @Test
    void theSameKeyTwiceIsOneLetter() {
        post(letter("a"));
        post(letter("a"));
        sender.sendDue();
        post(letter("a"));
        sender.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameKeyFromManyAtOnceIsOneLetterAndNobodyFails(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> atOnce(8, i -> post(letter("a"))));

        assertThat(database.sql("SELECT count(*) FROM outbox_letter").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void theSameKeyInAnotherCentreIsAnotherLetter() {
        post(letter("a"));
        centre = centres.open();
        post(letter("a"));

        assertThat(sender.sendDue()).isEqualTo(2);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whatIsUndoneSendsNothing() {
        assertThatThrownBy(() -> CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> {
            outbox.post(letter("a"));
            throw new IllegalStateException("undone");
        }))).hasMessage("undone");

        assertThat(sender.sendDue()).isZero();
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
    void aLetterThatIsNoLongerTrueDoesNotLeave() {
        post(letter("a"));
        writer.words = envelope -> Optional.empty();

        sender.sendDue();

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

        sender.sendDue();

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
        sender.sendDue();
        sender.sendDue();
        assertThat(transport.asked).as("no second attempt at once").hasValue(1);
        assertThat(stateOf("a")).isEqualTo("WAITING");
        while (stateOf("a").equals("WAITING") && hours < 100) {
            clock.pass(Duration.ofHours(1));
            hours++;
            sender.sendDue();
        }

        assertThat(transport.asked).hasValue(PostedLetter.MOST_ATTEMPTS);
        assertThat(hours).isBetween(20, 30);
        assertThat(stateOf("a")).isEqualTo("FAILED");
    }

    @Test
    void aServerThatIsAwayIsNotAskedForEachLetterThatWaits() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, new IllegalStateException());
        };
        for (int i = 0; i < 5; i++) {
            post(letter("letter " + i));
        }

        sender.sendDue();

        assertThat(transport.asked).hasValue(1);
    }

    @Test
    void aRefusedAddressIsNotTriedAgain() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };
        post(letter("a"));

        sender.sendDue();

        assertThat(stateOf("a")).isEqualTo("FAILED");
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

        sender.sendDue();

        assertThat(stateOf("broken")).isEqualTo("WAITING");
        assertThat(stateOf("whole")).isEqualTo("SENT");
    }

    @Test
    void afterACrashBeforeTheServerAcceptedTheLetterLeavesOnce() {
        post(letter("a"));
        transport.before = mail -> {
            throw new Crash();
        };
        assertThatThrownBy(sender::sendDue).isInstanceOf(Crash.class);
        transport.reset();

        sender.sendDue();
        assertThat(server.getReceivedMessages()).as("the claim still runs").isEmpty();
        clock.pass(PostedLetter.CLAIM.plusSeconds(1));
        sender.sendDue();
        sender.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void afterACrashBetweenAcceptanceAndMarkTheSecondMessageHasTheSameId() throws Exception {
        post(letter("a"));
        transport.after = mail -> {
            throw new Crash();
        };
        assertThatThrownBy(sender::sendDue).isInstanceOf(Crash.class);
        transport.reset();
        clock.pass(PostedLetter.CLAIM.plusSeconds(1));

        sender.sendDue();

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
            return sender.sendDue();
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

            sender.sendDue();

            assertThat(blackout.happened()).isTrue();
        }
        assertThat(stateOf("a")).isEqualTo("SENT");
        clock.pass(PostedLetter.CLAIM.plusSeconds(1));
        transport.reset();
        sender.sendDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aSenderThatLostItsClaimDoesNotChangeWhatAnotherDid() {
        post(letter("a"));
        transport.after = mail -> {
            transport.reset();
            clock.pass(PostedLetter.CLAIM.plusSeconds(1));
            sender.sendDue();
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };

        sender.sendDue();

        assertThat(stateOf("a")).isEqualTo("SENT");
    }

    @Test
    void aSenderThatLostItsClaimDoesNotSayThatItWasTheOneWhoSent() {
        post(letter("a"));
        transport.after = mail -> {
            transport.reset();
            writer.words = envelope -> Optional.empty();
            clock.pass(PostedLetter.CLAIM.plusSeconds(1));
            sender.sendDue();
        };

        sender.sendDue();

        assertThat(stateOf("a")).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendersAtOnceSendEachLetterOnce(boolean snapshotIsolation) throws Exception {
        for (int i = 0; i < 40; i++) {
            post(letter("letter " + i));
        }
        Set<String> twice = ConcurrentHashMap.newKeySet();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        transport.before = mail -> {
            if (!seen.add(mail.messageId())) {
                twice.add(mail.messageId());
            }
        };

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> atOnce(4, i -> sender.sendDue()));

        assertThat(twice).isEmpty();
        assertThat(server.getReceivedMessages()).hasSize(40);
        assertThat(database.sql("SELECT count(*) FROM outbox_letter WHERE state = 'SENT'").query(Integer.class).single()).isEqualTo(40);
    }

    @Test
    void aLetterThatSomebodyHoldsIsPassedOverNotWaitedFor() throws Exception {
        post(letter("held"));
        post(letter("free"));
        try (var other = TestDatabase.connection(); var statement = other.createStatement()) {
            var held = database.sql("SELECT id FROM outbox_letter WHERE letter_key = 'held'").query(UUID.class).single();
            other.setAutoCommit(false);
            statement.executeQuery("SELECT id FROM outbox_letter WHERE id = '" + held + "' FOR UPDATE").close();

            sender.sendDue();

            other.rollback();
        }
        assertThat(stateOf("free")).isEqualTo("SENT");
        assertThat(stateOf("held")).isEqualTo("WAITING");
    }

    /** The control of {@link #sendersAtOnceSendEachLetterOnce}: the lock is what keeps two senders apart, not chance. */
    @Test
    void withoutTheLockTwoSendersTakeTheSameLetter() throws Exception {
        post(letter("first"));
        post(letter("second"));
        String search = "SELECT id FROM outbox_letter FORCE INDEX (due) WHERE centre_id = '" + centre.id()
                + "' AND due_at <= '2999-01-01' ORDER BY due_at, id LIMIT 1";

        assertThat(takenByTwo(search)).hasSize(1);
        assertThat(takenByTwo(search + " FOR UPDATE SKIP LOCKED")).hasSize(2);
    }

    private static Set<String> takenByTwo(String search) throws Exception {
        try (var one = TestDatabase.connection(); var other = TestDatabase.connection()) {
            Set<String> taken = new HashSet<>();
            for (var sender : List.of(one, other)) {
                sender.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                sender.setAutoCommit(false);
                try (var statement = sender.createStatement(); var rows = statement.executeQuery(search)) {
                    while (rows.next()) {
                        taken.add(rows.getString(1));
                    }
                }
            }
            one.rollback();
            other.rollback();
            return taken;
        }
    }

    @Test
    void callersPostWhileALetterIsOnItsWay() {
        post(letter("slow"));
        transport.before = mail -> {
            transport.before = other -> { };
            post(letter("meanwhile"));
        };

        sender.sendDue();

        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void aRoundIsBounded() {
        writer.words = envelope -> Optional.empty();
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> {
            for (int i = 0; i < Sender.ROUND + 30; i++) {
                outbox.post(letter("letter " + i));
            }
        }));

        assertThat(sender.sendDue()).isEqualTo(Sender.ROUND);
        assertThat(sender.sendDue()).isEqualTo(30);
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
        sender.sendDue();

        assertThat(seen).containsExactly(Optional.empty());
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(database.sql("SELECT count(*) FROM federation_letter WHERE state = 'SENT' AND body IS NULL").query(Integer.class).single()).isEqualTo(1);
        assertThat(database.sql("SELECT count(*) FROM outbox_letter").query(Integer.class).single()).isZero();
    }

    /** What ends a sender without a word; no handler for failures sees it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    private interface Part {
        void play(int number) throws Exception;
    }

    private static void atOnce(int many, Part part) throws Exception {
        var barrier = new CyclicBarrier(many);
        try (var threads = Executors.newFixedThreadPool(many)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                ends.add(threads.submit(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    part.play(number);
                    return Ids.NIL;
                }));
            }
            for (Future<?> end : ends) {
                end.get(60, TimeUnit.SECONDS);
            }
        }
    }
}
