package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the application says to the database while it does something, from the server's own log: as the tests count it at the driver, a
 * batch once and neither commits nor what the driver says by itself. Whoever asks sees to it that nothing else is done meanwhile.
 */
final class StatementLog {

    private static final Pattern OF_THE_DRIVER = Pattern.compile("(?i)(commit|rollback|set (session|autocommit|transaction)|select @@)\\b.*");

    private StatementLog() {
    }

    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    static List<String> during(Database database, Work work) throws Exception {
        try (Connection connection = database.adminConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL log_output = 'TABLE'");
            String begin = now(statement);
            statement.execute("SET GLOBAL general_log = ON");
            try {
                work.run();
            } finally {
                statement.execute("SET GLOBAL general_log = OFF");
            }
            return since(statement, begin);
        }
    }

    private static String now(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT CAST(NOW(6) AS char)")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> since(Statement statement, String begin) throws SQLException {
        List<String> said = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT argument FROM mysql.general_log
                WHERE event_time >= '%s' AND command_type IN ('Query', 'Execute') AND user_host LIKE 'preau[%%'
                ORDER BY event_time""".formatted(begin))) {
            while (rows.next()) {
                String sql = rows.getString(1).replaceAll("\\s+", " ").strip();
                if (!OF_THE_DRIVER.matcher(sql).matches()) {
                    said.add(sql);
                }
            }
        }
        return said;
    }

    /** Writes them down for whoever wants to see them. */
    static String write(Ground ground, String file, Map<String, List<String>> statements) throws IOException {
        var text = new StringBuilder();
        statements.forEach((what, said) -> {
            text.append(what).append(", ").append(said.size()).append('\n');
            for (int i = 0; i < said.size(); i++) {
                text.append("  ").append(i + 1).append(": ").append(said.get(i)).append('\n');
            }
        });
        Path folder = Files.createDirectories(ground.target().resolve("bench"));
        Files.writeString(folder.resolve(file), text);
        return file;
    }
}
