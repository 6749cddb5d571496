package fr.preau.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells a database where the demonstration may be told from one that belongs to people. */
public final class DemoDatabase {

    private static final String TABLES = """
            SELECT count(*) = 2 FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_name IN ('account', 'federation')""";

    /**
     * Its team in the first centre is made with that centre, and nobody real has an address that ends so (RFC 2606). The name of the
     * federation says nothing: a real one may bear it.
     */
    private static final String OF_PEOPLE = """
            SELECT (SELECT count(*) FROM federation) > 1
              OR EXISTS (SELECT 1 FROM account) AND NOT EXISTS (SELECT 1 FROM account WHERE email LIKE '%%@%s.example')"""
            .formatted(DemoCentre.BELENCONTRE.slug());

    private DemoDatabase() {
    }

    /**
     * Whether nobody's data are here, or the demonstration's own. Asked before anything of Préau runs: it only reads, and the tables
     * may be missing.
     */
    public static boolean isFree(Connection database) throws SQLException {
        return !answer(database, TABLES) || !answer(database, OF_PEOPLE);
    }

    private static boolean answer(Connection database, String question) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
