package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Ids;
import fr.preau.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** Many at once: who posts, who sends. */
class OutboxRacesTest extends MessagingTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameKeyFromManyAtOnceIsOneLetterAndNobodyFails(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> atOnce(8, i -> post(letter("a"))));

        assertThat(database.sql("SELECT count(*) FROM outbox_letter").query(Integer.class).single()).isEqualTo(1);
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

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> atOnce(4, i -> round.sendDue()));

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

            round.sendDue();

            other.rollback();
        }
        assertThat(stateOf("free")).isEqualTo("SENT");
        assertThat(stateOf("held")).isEqualTo("WAITING");
    }

    /** What the lock of {@link #sendersAtOnceSendEachLetterOnce} is good for, in the database's own words: not the sender's, whose it is. */
    @Test
    void aSearchWithoutTheLockGivesTwoTheSameLetterAndOneWithItAnother() throws Exception {
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
