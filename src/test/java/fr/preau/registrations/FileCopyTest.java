package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactService;
import fr.preau.people.FamilyService;
import fr.preau.people.FileCopyService;
import fr.preau.people.GuardianService;
import fr.preau.people.PersonDetails;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What the privacy page promises: a copy of all that is kept of a family, for the family. */
class FileCopyTest extends RegistrationsTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.now().minusYears(9).minusDays(40);

    @Autowired
    FileCopyService copies;
    @Autowired
    FamilyService families;
    @Autowired
    GuardianService guardians;
    @Autowired
    ContactService contacts;
    @Autowired
    AttendanceService attendance;
    private Family family;
    private Group group;
    private UUID registered;

    @BeforeEach
    void aFamilyThatCame() {
        group = town.group(centre).places(9).stands();
        family = town.family(centre).named("Benali").child("Léa", NINE_YEARS_AGO).lives();
        registered = one(family, group).registration();
        asStaff(Role.ANIMATOR, () -> {
            attendance.mark(group.session(), family.person(), AttendanceMark.PRESENT);
            return true;
        });
    }

    @Test
    void aFamilyHasACopyOfAllThatIsKeptOfIt() {
        var copy = mine(family);

        assertThat(copy.select("h2").eachText()).containsExactly(centre.name() + " : famille Benali");
        assertThat(rows(copy, "Personnes")).hasSize(2).anyMatch(row -> row.startsWith("Léa Benali"));
        assertThat(rows(copy, "Responsables des enfants")).singleElement().asString().startsWith("Léa Benali Amina Benali");
        assertThat(rows(copy, "Téléphones et adresses mail")).singleElement().asString().contains("@exemple.fr", "pour toute la famille");
        assertThat(rows(copy, "Qui peut se connecter")).singleElement().asString().startsWith("Amina Benali");
        assertThat(rows(copy, "Vos inscriptions")).singleElement().asString().contains("Amina Benali", "Cuisine du monde", "Confirmée", "sur le site");
        assertThat(rows(copy, "Ce qui s’est passé")).singleElement().asString().contains("Confirmée", "Amina Benali");
        assertThat(rows(copy, "Présences")).singleElement().asString().contains("Amina Benali", "Présence");
        assertThat(rows(copy, "Messages du centre")).singleElement().asString().contains("Inscription confirmée", "En attente");
        assertThat(copy.select("time[datetime=" + NINE_YEARS_AGO + "]")).as("for a machine too").hasSize(1);
    }

    @Test
    void theDeskHandsOutTheSameAndTheJournalSaysSo() {
        var handed = Jsoup.parse(asStaff(Role.RECEPTION, () -> copies.of(family.id())).orElseThrow());

        assertThat(handed.select("td").eachText()).isEqualTo(mine(family).select("td").eachText());
        assertThat(database.sql("SELECT COUNT(*) FROM audit_line WHERE action = 'household-copied' AND object_id = :id AND centre_id = :centre AND reason IS NULL")
                .param("id", family.id()).param("centre", centre.id()).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void nobodyHasAnotherFamilysAndNoCentreAnotherCentres() {
        var other = town.family(centre).lives();
        assertThat(mine(other).text()).doesNotContain("Benali");
        assertThatThrownBy(() -> as(other, () -> copies.of(family.id()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> copies.of(family.id()))).isInstanceOf(AccessDeniedException.class);
        var there = town.centre();
        SignIn.as(there.id(), Role.DIRECTOR);
        assertThat(CurrentCentre.in(there.id(), () -> copies.of(family.id()))).isEmpty();
        assertThat(asStaff(Role.RECEPTION, () -> copies.mine())).as("she has no family here").isEmpty();
    }

    @Test
    void aCopyTellsOfAllOnesCentresAndAfterACodeOfOneReceptionOfThatOne() {
        var there = town.centre();
        var second = town.family(there).named("Benali").lives();
        database.sql("UPDATE household_account SET account_id = :account WHERE centre_id = :centre")
                .param("account", family.account()).param("centre", second.centre()).update();

        assertThat(mine(family).select("h2").eachText()).hasSize(2);
        SignIn.byCode(family.account(), there.id());
        assertThat(Jsoup.parse(CurrentCentre.in(there.id(), () -> copies.mine()).orElseThrow()).select("h2").eachText())
                .singleElement().asString().startsWith(there.name());
    }

    @Test
    void whatPeopleTypedIsWordsAndNothingElse() {
        database.sql("UPDATE person SET first_name = '<script>alert(1)</script>', last_name = '\"><img src=x onerror=alert(1)>' WHERE id = :id")
                .param("id", family.person()).update();

        var html = as(family, () -> copies.mine()).orElseThrow();

        assertThat(Jsoup.parse(html).select("script, img, [onerror]")).isEmpty();
        assertThat(Jsoup.parse(html).text()).contains("<script>alert(1)</script>");
    }

    @Test
    void whatTheOtherParentDoesIsToldAsFarAsTheChildGoes() {
        var father = town.family(centre).named("Petit").lives();
        var lea = family.persons().getLast();
        asStaff(Role.RECEPTION, () -> guardians.addGuardian(lea, father.person())).value().orElseThrow();
        var judo = town.group(centre).places(9).stands();
        var request = as(father, () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), judo.id(), father.id(),
                List.of(father.person(), lea), Set.copyOf(judo.sessions()), PartyRule.WHO_CAN)));
        assertThat(answers(request)).hasSize(2);

        var mothers = mine(family);

        assertThat(rows(mothers, "Inscriptions d’un enfant par son autre parent")).singleElement().asString().startsWith("Léa Benali Cuisine du monde");
        assertThat(rows(mothers, "Responsables des enfants")).anyMatch(row -> row.startsWith("Léa Benali Amina Petit"));
        assertThat(rows(mothers, "Vos inscriptions")).hasSize(1);
        assertThat(rows(mothers, "Messages du centre")).hasSize(1);
        var fathers = mine(father);
        assertThat(rows(fathers, "Personnes")).hasSize(1);
        assertThat(rows(fathers, "Vos inscriptions")).hasSize(2);
        assertThat(fathers.text()).doesNotContain("Amina Benali");
    }

    @Test
    void whatSomebodyTookAlongAndWhatTheStaffWroteDownForItselfIsNotTold() {
        var left = asStaff(Role.RECEPTION, () -> families.addPerson(family.id(), PersonDetails.adult("Karim", "Petit"))).value().orElseThrow();
        asStaff(Role.RECEPTION, () -> contacts.addContact(family.id(), left, ContactDetails.phone("06 12 34 56 78")));
        asStaff(Role.RECEPTION, () -> families.removePerson(left));
        database.sql("UPDATE registration_step SET reason = 'Entre nous' WHERE registration_id = :id").param("id", registered).update();

        var copy = mine(family);

        assertThat(rows(copy, "Personnes")).anyMatch(row -> row.startsWith("Karim Petit"));
        assertThat(copy.text()).doesNotContain("06 12 34 56 78", "Entre nous");
    }

    @Test
    void aLargeFileAsksTheDatabaseAsLittleAsASmallOne() throws Exception {
        var large = town.family(centre).of(4).lives();
        IntStream.range(0, 4).forEach(i -> register(large, town.group(centre).places(9).series(3).stands(), large.persons(), PartyRule.WHO_CAN));

        assertThat(statements(large)).hasSameSizeAs(statements(family));
    }

    private List<String> statements(Family whose) throws Exception {
        whose.signIn();
        return SqlCount.during(() -> in(() -> copies.mine()));
    }

    private Document mine(Family whose) {
        return Jsoup.parse(as(whose, () -> copies.mine()).orElseThrow());
    }

    /** The rows of the table below this heading, as text. */
    private static List<String> rows(Document copy, String title) {
        var heading = copy.select("h3").stream().filter(one -> one.text().equals(title)).findFirst().orElseThrow();
        return heading.nextElementSiblings().stream().takeWhile(one -> !one.is("h3")).flatMap(one -> one.select("tbody tr").stream())
                .map(row -> String.join(" ", row.select("td").eachText())).toList();
    }
}
