package fr.preau.people;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.SignIn;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Test families: accounts, and households that they open themselves. */
public final class Families {

    private Families() {
    }

    /** An account that may be linked to a household. */
    public static UUID account(JdbcTemplate jdbc) {
        var id = Ids.next();
        jdbc.update("INSERT INTO account (id, display_name, email, disabled, session_round, created_at, version) VALUES (?, 'Test', ?, false, 0, NOW(6), 0)",
                id.toString(), id + "@example.org");
        return id;
    }

    /** Signs a new resident in, who has opened her household in this centre. */
    public static UUID welcomed(JdbcTemplate jdbc, CentreRecord centre, HouseholdService households, String firstName, String lastName) {
        SignIn.asResident(account(jdbc));
        return CurrentCentre.in(centre.id(), () ->
                households.welcome(NewHousehold.of(PersonDetails.adult(firstName, lastName))).value().orElseThrow());
    }
}
