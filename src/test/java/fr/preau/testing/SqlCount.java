package fr.preau.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the SQL statements that reach the driver while somebody does something, on whichever thread and whoever says them:
 * Hibernate, plain SQL, a job. A batch counts once, commits do not. Tests do one thing at a time and no job runs beside them,
 * so that what is counted is what was done.
 */
public final class SqlCount {

    private static final Object LOCK = new Object();
    private static @Nullable List<Said> heard;

    /** @param rowByRow its rows are handed on as they come, not all at once */
    private record Said(String sql, boolean rowByRow) {
    }

    private SqlCount() {
    }

    /** How {@link #withCommitsDuring} writes the end of a transaction. */
    public static final String COMMIT = "COMMIT";

    /** The statements of this work, in order. */
    public static List<String> during(Callable<?> work) throws Exception {
        return withCommitsDuring(work).stream().filter(sql -> !sql.equals(COMMIT)).toList();
    }

    /** The same, with the ends of the transactions between them. */
    public static List<String> withCommitsDuring(Callable<?> work) throws Exception {
        return allDuring(work).stream().map(Said::sql).toList();
    }

    /** Those of the statements whose rows are not all in memory at once. */
    public static List<String> rowByRowDuring(Callable<?> work) throws Exception {
        return allDuring(work).stream().filter(Said::rowByRow).map(Said::sql).toList();
    }

    private static List<Said> allDuring(Callable<?> work) throws Exception {
        var statements = Collections.synchronizedList(new ArrayList<Said>());
        synchronized (LOCK) {
            heard = statements;
        }
        try {
            work.call();
        } finally {
            synchronized (LOCK) {
                heard = null;
            }
        }
        return List.copyOf(statements);
    }

    /** The same pool, with an ear at its connections. */
    static DataSource listeningTo(DataSource pool) {
        return new DelegatingDataSource(pool) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return proxy(Connection.class, connection, (method, arguments, answer) -> {
                    if (method.equals("commit")) {
                        hear(COMMIT, false);
                    }
                    return switch (answer) {
                        case PreparedStatement prepared -> listening(PreparedStatement.class, prepared, (String) arguments[0]);
                        case Statement plain -> listening(Statement.class, plain, null);
                        case null, default -> answer;
                    };
                });
            }
        };
    }

    private static <T extends Statement> T listening(Class<T> type, T statement, @Nullable String sql) {
        return proxy(type, statement, (method, arguments, answer) -> {
            if (method.startsWith("execute")) {
                hear(arguments != null && arguments.length > 0 && arguments[0] instanceof String said ? said : String.valueOf(sql),
                        statement.getFetchSize() > 0);
            }
            return answer;
        });
    }

    private static void hear(String sql, boolean rowByRow) {
        synchronized (LOCK) {
            if (heard != null) {
                heard.add(new Said(sql, rowByRow));
            }
        }
    }

    /** What becomes of an answer of the real thing. */
    private interface Ear {
        @Nullable Object hear(String method, Object @Nullable [] arguments, @Nullable Object answer) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Ear ear) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return ear.hear(method.getName(), arguments, method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }));
    }
}
