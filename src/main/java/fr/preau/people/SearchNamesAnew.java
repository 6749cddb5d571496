package fr.preau.people;

import java.sql.SQLException;
import liquibase.change.custom.CustomTaskChange;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.DatabaseException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;

/** Writes the search name of each person again, by the rule of today; Liquibase calls it once. Goes past the tenant: it tells nothing. */
public class SearchNamesAnew implements CustomTaskChange {

    private static final int BATCH = 500;

    @Override
    public void execute(Database database) throws CustomChangeException {
        var connection = (JdbcConnection) database.getConnection();
        try (var read = connection.prepareStatement("SELECT id, first_name, last_name, search_name FROM person");
                var write = connection.prepareStatement("UPDATE person SET search_name = ? WHERE id = ?");
                var rows = read.executeQuery()) {
            int waiting = 0;
            while (rows.next()) {
                var name = Person.searchName(rows.getString("first_name"), rows.getString("last_name"));
                if (!name.equals(rows.getString("search_name"))) {
                    write.setString(1, name);
                    write.setString(2, rows.getString("id"));
                    write.addBatch();
                    waiting++;
                }
                if (waiting == BATCH) {
                    write.executeBatch();
                    waiting = 0;
                }
            }
            write.executeBatch();
        } catch (DatabaseException | SQLException e) {
            throw new CustomChangeException("The search names could not be written again", e);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return "Search names written again";
    }

    @Override
    public void setUp() {
        // nothing to prepare
    }

    @Override
    public void setFileOpener(ResourceAccessor resources) {
        // reads no file
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
