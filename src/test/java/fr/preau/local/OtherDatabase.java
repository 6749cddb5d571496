package fr.preau.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import fr.preau.testing.TestDatabase;

/**
 * Another database of the tests' server, for as long as a test needs it, with a federation and its accounts and no more of Préau;
 * it is the administrator's.
 */
final class OtherDatabase implements AutoCloseable {

    private static final String NAME = "autre_federation";

    private OtherDatabase() {
    }

    static OtherDatabase with(String federation, String... accounts) throws SQLException {
        try (Connection admin = TestDatabase.adminConnection(); Statement statement = admin.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE " + NAME);
        }
        OtherDatabase made = new OtherDatabase();
        made.execute("CREATE TABLE federation (name varchar(120))");
        made.execute("CREATE TABLE account (email varchar(254))");
        made.add(federation, accounts);
        return made;
    }

    void add(String federation, String... accounts) throws SQLException {
        execute("INSERT INTO federation VALUES ('" + federation + "')");
        for (String account : accounts) {
            execute("INSERT INTO account VALUES ('" + account + "')");
        }
    }

    String url() {
        return TestDatabase.jdbcUrl().replace("/preau", "/" + NAME);
    }

    /** The tables that are there, and how many rows they have. */
    String content() throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT (SELECT group_concat(table_name ORDER BY table_name) FROM information_schema.tables WHERE table_schema = DATABASE()),
                               (SELECT count(*) FROM federation), (SELECT count(*) FROM account)""")) {
            rows.next();
            return rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url(), TestDatabase.adminUser(), TestDatabase.adminPassword());
    }

    @Override
    public void close() throws SQLException {
        try (Connection admin = TestDatabase.adminConnection(); Statement statement = admin.createStatement()) {
            statement.execute("DROP DATABASE " + NAME);
        }
    }
}
