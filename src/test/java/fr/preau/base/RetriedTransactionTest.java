package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Which errors of the database begin a transaction anew, and how often; that they are met is for the races on the real one. */
class RetriedTransactionTest {

    private final Ledger ledger = new Ledger();
    private final RetriedTransaction transaction = new RetriedTransaction(ledger);

    @ParameterizedTest
    @ValueSource(ints = {1020, 1205, 1213})
    void whoMeetsAnotherBeginsAnewUntilNobodyIsInTheWay(int error) {
        assertThat(transaction.<String>call(() -> ledger.begun <= 2 ? meets(error) : "done")).isEqualTo("done");

        assertThat(ledger).hasToString("3 begun, 2 rolled back, 1 committed");
    }

    @Test
    void whoMeetsOthersAgainAndAgainIsToldAfterEightAttempts() {
        assertThatThrownBy(() -> transaction.run(() -> meets(1205))).isInstanceOf(TooBusyException.class).hasRootCauseInstanceOf(SQLException.class);

        assertThat(ledger).hasToString("8 begun, 8 rolled back, 0 committed");
    }

    @Test
    void whatWouldFailAgainIsTriedOnce() {
        var twice = new DuplicateKeyException("Duplicate entry", new SQLException("Duplicate entry", "23000", 1062));
        Supplier<String> work = () -> {
            throw twice;
        };

        assertThatThrownBy(() -> transaction.call(work)).isSameAs(twice);

        assertThat(ledger).hasToString("1 begun, 1 rolled back, 0 committed");
    }

    @Test
    void whoTakesPartInAnothersTransactionLeavesTheBeginningToIt() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> transaction.run(() -> meets(1213))).isInstanceOf(CannotAcquireLockException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }

        assertThat(ledger).hasToString("0 begun, 0 rolled back, 0 committed");
    }

    @Test
    void aMethodThatIsATransactionIsBegunAnewTooWhereItWrites() {
        var desk = desk();

        assertThat(desk.write()).isEqualTo("written");
        assertThat(ledger).hasToString("3 begun, 2 rolled back, 1 committed");
    }

    @Test
    void aMethodThatOnlyReadsIsAskedOnce() {
        var desk = desk();

        assertThatThrownBy(desk::read).isInstanceOf(CannotAcquireLockException.class);
        assertThat(ledger).hasToString("1 begun, 1 rolled back, 0 committed");
    }

    @Test
    void aMethodThatIsATransactionInAnothersLeavesTheBeginningToIt() {
        var desk = desk();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(desk::write).isInstanceOf(CannotAcquireLockException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(ledger).hasToString("1 begun, 1 rolled back, 0 committed");
    }

    /** As the application makes it: both pieces of advice, in their order. */
    private Desk desk() {
        var proxies = new ProxyFactory(new Desk());
        proxies.setProxyTargetClass(true);
        proxies.addAdvisor(RetriedWrites.retriedWritesAdvisor());
        proxies.addAdvice(new TransactionInterceptor((TransactionManager) ledger, new AnnotationTransactionAttributeSource(false)));
        return (Desk) proxies.getProxy();
    }

    /** Meets somebody twice. */
    static class Desk {

        private int asked;

        @Transactional
        public String write() {
            return asked++ < 2 ? meets(1213) : "written";
        }

        @Transactional(readOnly = true)
        public String read() {
            return asked++ < 2 ? meets(1213) : "read";
        }
    }

    private static String meets(int error) {
        throw new CannotAcquireLockException("Somebody was faster", new SQLException("Somebody was faster", "HY000", error));
    }

    /** Counts, and has no database. */
    private static final class Ledger implements PlatformTransactionManager {

        private int begun;
        private int rolledBack;
        private int committed;

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            begun++;
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {
            committed++;
        }

        @Override
        public void rollback(TransactionStatus status) {
            rolledBack++;
        }

        @Override
        public String toString() {
            return "%s begun, %s rolled back, %s committed".formatted(begun, rolledBack, committed);
        }
    }
}
