package fr.preau.registrations;

import fr.preau.base.CurrentCentre;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A centre with one request that has taken the only place, and what the tests of the desk's screens do with it. */
@InTown
abstract class DeskScreens extends ScreenTest {

    static final String MUCH = "a".repeat(2_000_000);

    @Autowired
    Town town;
    @Autowired
    RegistrationService registrations;
    @Autowired
    JdbcClient database;

    CentreRecord centre;
    Group group;
    Family family;
    Registered request;

    @BeforeEach
    void aRequest() {
        centre = town.centre();
        group = town.group(centre).places(1).stands();
        family = town.family(centre).named("Benali").lives();
        request = register(family);
    }

    Registered register(Family who) {
        return register(group, who);
    }

    Registered register(Group what, Family who) {
        who.signIn();
        var outcome = CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), what.id(),
                who.id(), List.of(who.person()), Set.copyOf(what.sessions()), PartyRule.WHO_CAN)));
        SignIn.out();
        return (Registered) outcome;
    }

    String stateOf(UUID registration) {
        return database.sql("SELECT state FROM registration WHERE id = :id").param("id", registration).query(String.class).single();
    }
}
