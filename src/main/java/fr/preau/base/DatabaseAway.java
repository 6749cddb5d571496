package fr.preau.base;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database does not answer: it is started again, or the way to it is cut. That is no bug: waiting helps, nothing half
 * written stays, and whoever is told so keeps what was typed.
 */
public final class DatabaseAway {

    /** When it is worth asking again: a server that was killed is back within some seconds. */
    public static final Duration COMES_BACK = Duration.ofSeconds(10);

    /** The SQL standard's class of what goes wrong with the connection itself. */
    private static final String CONNECTION = "08";
    /** What the pool says, without a class, when something is still asked of a connection that was lost: the undoing of its work. */
    private static final String LOST = "Connection is closed";
    private static final int LONGEST_CHAIN = 20;

    private DatabaseAway() {
    }

    /** Whether this failure, or one behind it, says that the database was not reached, or was lost on the way. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN).anyMatch(DatabaseAway::isIt);
    }

    private static boolean isIt(Throwable cause) {
        return cause instanceof SQLTransientConnectionException || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLException sql && (sql.getSQLState() == null ? LOST.equals(sql.getMessage()) : sql.getSQLState().startsWith(CONNECTION));
    }
}
