package fr.preau.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes many rows of one table, in batches. */
final class Rows implements AutoCloseable {

    private static final int BATCH = 2_000;

    private final PreparedStatement insert;
    private int waiting;

    /** @param columns as they stand in an INSERT */
    Rows(Connection connection, String table, String columns) throws SQLException {
        int count = columns.split(",").length;
        insert = connection.prepareStatement("INSERT INTO " + table + " (" + columns + ") VALUES ("
                + String.join(", ", Collections.nCopies(count, "?")) + ")");
    }

    void add(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(i + 1, values[i]);
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void set(int column, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> insert.setString(column, null);
            case UUID id -> insert.setString(column, id.toString());
            case Instant at -> insert.setObject(column, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            case LocalDate day -> insert.setObject(column, day);
            case Integer number -> insert.setInt(column, number);
            case Boolean yes -> insert.setBoolean(column, yes);
            default -> insert.setString(column, value.toString());
        }
    }

    private void flush() throws SQLException {
        if (waiting > 0) {
            insert.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        insert.close();
    }
}
