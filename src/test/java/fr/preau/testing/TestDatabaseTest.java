package fr.preau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(classes = TestDatabaseTest.OnlyADataSource.class, initializers = ConfigDataApplicationContextInitializer.class)
class TestDatabaseTest {

    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class OnlyADataSource {
    }

    @Autowired
    DataSource dataSource;

    @BeforeEach
    void twoTablesThatHoldEachOther() throws SQLException {
        execute("CREATE OR REPLACE TABLE probe_parent (id INT PRIMARY KEY)",
                "CREATE OR REPLACE TABLE probe_child (id INT PRIMARY KEY, parent INT, FOREIGN KEY (parent) REFERENCES probe_parent (id))",
                "INSERT INTO probe_parent VALUES (1)", "INSERT INTO probe_child VALUES (1, 1)");
    }

    @AfterEach
    void noTraces() throws SQLException {
        execute("DROP TABLE probe_child", "DROP TABLE probe_parent");
    }

    @Test
    void theContextUsesTheServerOfTheTests() throws SQLException {
        assertThat(ask("SELECT CONCAT(CURRENT_USER(), ' ', @@version)")).startsWith("preau@127.0.0.1 11.4");
    }

    @Test
    void allTablesAreEmptiedWhateverTheirKeysSay() throws SQLException {
        TestDatabase.empty();

        assertThat(ask("SELECT (SELECT COUNT(*) FROM probe_parent) + (SELECT COUNT(*) FROM probe_child)")).isEqualTo("0");
    }

    @Test
    void snapshotIsolationReachesTheConnectionsOfThePoolAndIsPutBack() throws Exception {
        String before = ask("SELECT @@innodb_snapshot_isolation");

        for (boolean on : new boolean[] {true, false}) {
            TestDatabase.withSnapshotIsolation(on,
                    () -> assertThat(ask("SELECT @@innodb_snapshot_isolation")).isEqualTo(on ? "1" : "0"));
        }

        assertThat(ask("SELECT @@innodb_snapshot_isolation")).isEqualTo(before);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
