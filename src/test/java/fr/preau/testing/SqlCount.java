package fr.preau.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the SQL statements that Hibernate prepares while somebody does something, on whichever thread. Tests do one thing
 * at a time and no job runs beside them, so that what is counted is what was done.
 */
public final class SqlCount implements StatementInspector {

    private static final Object LOCK = new Object();
    private static @Nullable List<String> heard;

    /** Hibernate makes it, by the property that {@link TestDatabaseCustomizerFactory} sets. */
    public SqlCount() {
    }

    /** The statements of this work, in order. */
    public static List<String> during(Callable<?> work) throws Exception {
        var statements = Collections.synchronizedList(new ArrayList<String>());
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

    @Override
    public String inspect(String sql) {
        synchronized (LOCK) {
            if (heard != null) {
                heard.add(sql);
            }
        }
        return sql;
    }
}
