package fr.preau.messaging;

import fr.preau.base.Settled;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Comes for the letters as soon as one was posted, so that nobody waits for the regular round. One round runs and at
 * most one more waits: each empties the outbox, so a third would find nothing.
 */
@Component
class Postman implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final ThreadPoolExecutor rounds = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("postman-", 0).daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final ObjectProvider<PostRound> round;
    private final boolean comesAtOnce;

    Postman(ObjectProvider<PostRound> round, MailProperties properties) {
        this.round = round;
        this.comesAtOnce = properties.atOnce();
        rounds.allowCoreThreadTimeOut(true);
    }

    /** Comes when the running transaction has been committed; not at all when it is undone. */
    void comeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                comeSoon();
            }
        });
    }

    /** What a start finds may be from before a power cut: it need not wait for the regular round. */
    @EventListener(Settled.class)
    void comeAtTheStart() {
        comeSoon();
    }

    private void comeSoon() {
        if (comesAtOnce) {
            rounds.execute(this::goRound);
        }
    }

    private void goRound() {
        try {
            if (round.getObject().sendDue() >= PostRound.MOST) {
                // There may be more: who waits for a letter does not wait for the regular round too.
                comeSoon();
            }
        } catch (RuntimeException e) {
            LOG.warn("A round for the letters ended early; the next one goes on", e);
        }
    }

    /** Lets a letter in hand go out; what it leaves behind is found by the next start. */
    @Override
    public void destroy() throws InterruptedException {
        rounds.getQueue().clear();
        rounds.shutdown();
        rounds.awaitTermination(15, TimeUnit.SECONDS);
    }
}
