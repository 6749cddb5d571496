package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What counts as a database that is away, and how little of it stands in the log. */
class DatabaseAwayTest {

    private static final Throwable AWAY = new CannotCreateTransactionException("no", new SQLTransientConnectionException("Connection refused"));
    private static final Throwable BUG = new IllegalStateException("a bug");

    @Test
    void aConnectionThatIsRefusedOrLostIsKnownBehindOtherExceptions() {
        assertThat(DatabaseAway.isCauseOf(AWAY)).isTrue();
        assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("Server shutdown in progress", "08S01", 1053)))).isTrue();
        assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("Connection is closed")))).as("the pool, at a rollback").isTrue();
        assertThat(DatabaseAway.isCauseOf(null)).isFalse();
        assertThat(DatabaseAway.isCauseOf(BUG)).isFalse();
        assertThat(DatabaseAway.isCauseOf(new RuntimeException(new SQLException("Deadlock found", "40001", 1213)))).isFalse();
        assertThat(DatabaseAway.isCauseOf(new DataIntegrityViolationException("no", new SQLIntegrityConstraintViolationException("no", "23000")))).isFalse();
    }

    @Test
    void theLogTellsItOnceAMinuteAndEverythingElseAsAlways() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var filters = root.getLoggerContext().getTurboFilterList();
        var ofOtherApplications = List.copyOf(filters);
        var log = LoggerFactory.getLogger("fr.preau.somewhere");
        var lines = new ListAppender<ILoggingEvent>();
        var outages = new OutageLog();
        lines.start();
        filters.clear();
        root.addAppender(lines);
        outages.begin();
        try {
            for (int click = 0; click < 50; click++) {
                log.error("A click failed", AWAY);
                log.warn("Job {} failed", "outbox", AWAY);
            }
            log.error("A click failed", BUG);
        } finally {
            outages.end();
            root.detachAppender(lines);
            filters.addAll(ofOtherApplications);
        }

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.ERROR);
        assertThat(lines.list.getFirst().getFormattedMessage()).contains("The database does not answer", "Connection refused");
        assertThat(lines.list.getFirst().getThrowableProxy()).isNull();
    }
}
