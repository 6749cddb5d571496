package fr.preau.base;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction that is begun anew when the database says that somebody else was faster: MariaDB's errors 1020 (the row
 * changed since the snapshot, with {@code innodb_snapshot_isolation}), 1205 (lock wait) and 1213 (deadlock), or when the
 * version of a row says it, as it does without that isolation. Each of them has rolled the whole transaction back or must,
 * so the work runs again from its first line; it may therefore do nothing that a rollback does not undo. Whoever has read
 * a form before, compares what it read with what is there now: that is no matter of a second attempt.
 */
@Component
public class RetriedTransaction {

    private static final Set<Integer> CONFLICTS = Set.of(1020, 1205, 1213);

    private final TransactionTemplate transaction;

    RetriedTransaction(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /**
     * Runs the work in a transaction of its own, at most eight times with growing pauses. Inside a running transaction
     * it simply takes part: only the outermost can be begun anew.
     *
     * @throws TooBusyException when each attempt met a conflict; nothing was written
     */
    public <T> T call(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        return Attempts.of(() -> transaction.execute(status -> work.get()));
    }

    /** As {@link #call}, for work without an answer. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Whether this failure means that the same work may succeed if it is begun anew. */
    public static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingFailureException || cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && CONFLICTS.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
