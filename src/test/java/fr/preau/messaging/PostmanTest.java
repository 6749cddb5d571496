package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waits for a letter does not wait for the regular round. */
class PostmanTest extends MessagingTest {

    @Autowired
    ObjectProvider<PostRound> rounds;

    @Test
    void aSenderComesByItselfAfterTheCommitAndNotBefore() throws Exception {
        var postman = new Postman(rounds, new MailProperties("ne-pas-repondre@preau.example", false, true, 20));
        var left = new CountDownLatch(1);
        transport.after = mail -> left.countDown();

        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> {
            outbox.post(letter("a"));
            postman.comeAfterCommit();
            assertThat(transport.asked).hasValue(0);
        }));

        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
        postman.destroy();
        assertThat(stateOf("a")).isEqualTo("SENT");
    }

    @Test
    void afterAFullRoundItComesAgainAtOnce() throws Exception {
        writer.words = envelope -> Optional.empty();
        var postman = new Postman(rounds, new MailProperties("ne-pas-repondre@preau.example", false, true, 20));
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> {
            for (int i = 0; i < 2 * PostRound.MOST + 30; i++) {
                outbox.post(letter("letter " + i));
            }
            postman.comeAfterCommit();
        }));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> database.sql("SELECT count(*) FROM outbox_letter WHERE state = 'WAITING'")
                .query(Integer.class).single() == 0);
        postman.destroy();
    }
}
