package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.Grant;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.Tick;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.Budgets;
import fr.preau.testing.Copies;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the screens ask of the database, against {@code budgets.yaml}: the same with ten rows as with ten thousand. */
@InTown
class ScreenStatementsTest extends ScreenTest {

    private static final int FEW = 10;
    private static final int TIMES = 1000;
    /** So many times the persons of a small sheet. */
    private static final int HALL = 30;
    /** Of a series that one chooses dates of. */
    private static final int DATES = 30;

    @Autowired
    Town town;
    @Autowired
    RegistrationService registrations;
    @Autowired
    JdbcClient database;

    /** A centre where ten families have asked for a place. */
    private record House(CentreRecord centre, Group group, Family family, UUID request) {
    }

    @Test
    void aStaffScreenAsksTheSameForTenRowsAndForTenThousand() throws Exception {
        var small = house();
        var large = house();
        var copies = new Copies(database, large.centre().id());
        copies.make(TIMES, List.of("household", "person", "contact_point", "registration_request", "registration", "seat", "registration_step"),
                Set.of("id", "household_id", "person_id", "request_id", "registration_id", "party_id"));
        copies.make(TIMES, List.of("outbox_letter"), Set.of("id"));
        copies.make(TIMES * FEW, List.of("activity", "activity_group"), Set.of("id", "activity_id"));

        var few = staffScreens(small);
        var many = staffScreens(large);

        assertThat(rows("registration", large)).isGreaterThan(FEW * TIMES);
        assertThat(rows("activity", large)).isGreaterThan(FEW * TIMES);
        compare(few, many);
    }

    @Test
    void aSheetOfAttendanceAsksTheSameForFivePersonsAndForAHallFull() throws Exception {
        var small = house();
        var large = house();
        new Copies(database, large.centre().id()).make(HALL, List.of("household", "person", "registration_request", "registration", "seat"),
                Set.of("id", "household_id", "person_id", "request_id", "registration_id", "party_id"));

        var few = sheet(small);
        int shown = _find(Tick.class).size();
        var many = sheet(large);

        assertThat(_find(Tick.class)).hasSize(shown * (HALL + 1));
        compare(few, many);
    }

    /** Each child has a birth date, by which somebody else may be the same. */
    @Test
    void aFamilysFileAsksTheSameForOneChildAndForSeven() throws Exception {
        var centre = town.centre();
        var alone = town.family(centre).child("Lina", LocalDate.of(2018, 3, 1)).lives();
        var eight = town.family(centre);
        for (String name : List.of("Lina", "Sami", "Noé", "Zoé", "Inès", "Adam", "Rose")) {
            eight.child(name, LocalDate.of(2010 + name.charAt(0) % 8, 3, 1));
        }

        compare(file(centre, alone), file(centre, eight.lives()));
    }

    private Map<String, List<String>> file(CentreRecord centre, Family family) throws Exception {
        SignIn.as(centre.id(), Role.DIRECTOR, Role.RECEPTION, Role.ANIMATOR);
        return measure(centre, Map.of("familles, une", "familles/" + family.id()));
    }

    private Map<String, List<String>> sheet(House house) throws Exception {
        SignIn.as(house.centre().id(), Role.ANIMATOR);
        return measure(house.centre(), Map.of("pointage", "seances/" + house.group().session() + "/pointage"));
    }

    @Test
    void aFamilyScreenAsksTheSameForOneRegistrationAndForMany() throws Exception {
        var centre = town.centre();
        var groups = new ArrayList<Group>();
        for (int i = 0; i < 6; i++) {
            groups.add(town.group(centre).places(30).stands());
        }
        var small = town.family(centre).lives();
        var large = town.family(centre).of(3).child("Lina", LocalDate.of(2018, 3, 1)).lives();
        register(small, groups.getFirst());
        groups.subList(1, groups.size()).forEach(group -> register(large, group));

        compare(familyScreens(centre, small, groups.getFirst()), familyScreens(centre, large, groups.getFirst()));
    }

    /** Nobody is registered yet; the dates stand in their step, what was chosen in the last. */
    @Test
    void aStepOfRegisteringAsksTheSameForOneDateAndForMany() throws Exception {
        var centre = town.centre();
        var alone = town.family(centre).lives();
        var together = town.family(centre).of(3).child("Lina", LocalDate.of(2018, 3, 1)).lives();

        compare(steps(centre, alone, town.group(centre).stands()), steps(centre, together, town.group(centre).sessions(DATES).stands()));
    }

    private Map<String, List<String>> steps(CentreRecord centre, Family family, Group group) throws Exception {
        family.signIn();
        var draft = new StringBuilder("key ").append(UUID.randomUUID()).append("\nrule WHO_CAN");
        family.persons().forEach(person -> draft.append("\nperson ").append(person));
        group.sessions().forEach(session -> draft.append("\nsession ").append(session));
        CurrentCentre.runIn(centre.id(), () -> registrations.keepDraft(group.id(), draft.toString()));
        String begin = "inscription/" + slug(group);
        return measure(centre, Map.of("inscription, dates", begin + "/dates?groupe=" + group.id(),
                "inscription, vérifier", begin + "/verifier?groupe=" + group.id()));
    }

    @Test
    void aScreenOfTheFederationAsksTheSameForTenRowsAndForTenThousand() throws Exception {
        var house = house();
        for (int i = 0; i < FEW; i++) {
            database.sql("""
                    INSERT INTO audit_line (id, at, centre_id, action, object_type) VALUES (:id, NOW(6), :centre, 'household.opened', 'household')""")
                    .param("id", Ids.next()).param("centre", house.centre().id()).update();
        }
        var few = federationScreens();
        new Copies(database, house.centre().id()).make(TIMES, List.of("audit_line"), Set.of("id"));
        var many = federationScreens();

        assertThat(rows("audit_line", house)).isGreaterThan(FEW * TIMES);
        assertThat(few.get("journal")).anyMatch(sql -> sql.contains("audit_line"));
        compare(few, many);
    }

    private Map<String, List<String>> federationScreens() throws Exception {
        SignIn.as(Ids.next(), Set.of(new Grant(Role.FEDERATION, null), new Grant(Role.TECHNICIAN, null)));
        return measure("style", "", Map.of("federation", "federation", "machine", "technique", "journal", "technique/journal"));
    }

    /** Each screen is opened by somebody else: whoever reads a family's file for the first time leaves a line in the journal. */
    private Map<String, List<String>> staffScreens(House house) throws Exception {
        var asked = new LinkedHashMap<String, List<String>>();
        for (var screen : Map.ofEntries(
                Map.entry("aujourdhui", "aujourdhui"), Map.entry("inscriptions", "inscriptions"),
                Map.entry("inscriptions, toutes", "inscriptions?voir=all"), Map.entry("inscriptions, un nom", "inscriptions?voir=all&mots=amina"),
                Map.entry("inscriptions, une", "inscriptions/" + house.request()), Map.entry("inscrire", "inscrire"),
                Map.entry("inscrire, qui", "inscrire?activite=" + house.group().activity() + "&famille=" + house.family().id()),
                Map.entry("familles", "familles"), Map.entry("familles, une", "familles/" + house.family().id()),
                Map.entry("personne", "familles/" + house.family().id() + "/personne/" + house.family().person()),
                Map.entry("activites", "activites"), Map.entry("activites, une", "activites/" + house.group().activity()),
                Map.entry("envois", "envois"), Map.entry("equipe", "equipe")).entrySet()) {
            SignIn.as(house.centre().id(), Role.DIRECTOR, Role.RECEPTION, Role.ANIMATOR);
            asked.putAll(measure(house.centre(), Map.of(screen.getKey(), screen.getValue())));
        }
        return asked;
    }

    private Map<String, List<String>> familyScreens(CentreRecord centre, Family family, Group group) throws Exception {
        family.signIn();
        return measure(centre, Map.of("mes-inscriptions", "mes-inscriptions", "famille", "famille", "famille, une personne", "famille/personne/" + family.person(),
                "inscription", "inscription/" + slug(group)));
    }

    private String slug(Group group) {
        return database.sql("SELECT slug FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
    }

    private Map<String, List<String>> measure(CentreRecord centre, Map<String, String> screens) throws Exception {
        return measure(centre.slug() + "/plus", centre.slug() + "/", screens);
    }

    /** @param before a screen in the same frame, that asks nothing of these rows */
    private Map<String, List<String>> measure(String before, String root, Map<String, String> screens) throws Exception {
        var asked = new LinkedHashMap<String, List<String>>();
        for (var screen : screens.entrySet()) {
            open(before);
            asked.put(screen.getKey(), SqlCount.during(() -> {
                open(root + screen.getValue());
                return null;
            }));
        }
        return asked;
    }

    private static void compare(Map<String, List<String>> few, Map<String, List<String>> many) {
        SoftAssertions.assertSoftly(softly -> few.forEach((screen, statements) -> {
            softly.assertThat(many.get(screen)).as(screen + " with few: " + String.join("\n", statements)).hasSameSizeAs(statements);
            softly.assertThat(many.get(screen)).as(screen).hasSizeLessThanOrEqualTo(Budgets.of("app", "statements", screen));
        }));
    }

    private House house() {
        var centre = town.centre();
        var group = town.group(centre).places(FEW / 2).stands();
        var family = town.family(centre).lives();
        var request = register(family, group).request();
        for (int i = 1; i < FEW; i++) {
            register(town.family(centre).lives(), group);
        }
        return new House(centre, group, family, request);
    }

    private Registered register(Family family, Group group) {
        family.signIn();
        var command = RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), family.persons(), Set.copyOf(group.sessions()),
                PartyRule.WHO_CAN);
        return (Registered) CurrentCentre.in(family.centre(), () -> registrations.register(command));
    }

    private long rows(String table, House house) {
        return database.sql("SELECT COUNT(*) FROM " + table + " WHERE centre_id = :centre").param("centre", house.centre().id()).query(Long.class).single();
    }
}
