package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody was taken out of her family, and comes in again. */
@PreauTest
class AfterAFamilyTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private ContactService contacts;
    @Autowired
    private ForgettingService forgetting;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID before;
    private UUID karim;
    private UUID account;

    @BeforeEach
    void receptionHasTakenKarimOut() {
        here = centres.open();
        before = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        account = CurrentUser.require().account();
        karim = in(() -> households.mine()).orElseThrow().you();
        in(() -> family.addPerson(before, PersonDetails.adult("Amina", "Benali"))).value().orElseThrow();
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> family.removePerson(karim)).value().orElseThrow();
    }

    @Test
    void theFileThatReceptionOpensForHimIsHisFromHisNextWelcomeOn() {
        var fresh = openedAtDesk("Karim", "Bénali");

        assertThat(welcome("Karim", "Benali").value()).contains(fresh);
        var mine = in(() -> households.mine()).orElseThrow();
        assertThat(mine.id()).isEqualTo(fresh);
        assertThat(mine.persons()).extracting(PersonRecord::id).containsExactly(mine.you());
        assertThat(in(() -> households.find(before))).as("what he was taken out of").isEmpty();
        assertThat(welcome("Karim", "Benali").value()).as("a second click").contains(fresh);
        assertThat(audit.of("household", fresh)).extracting(AuditRecord::action).contains("household-taken-up");
        SignIn.as(here.id(), Role.DIRECTOR);
        assertThat(in(() -> forgetting.forget(before)).value()).as("his file has nothing to do with it").isPresent();
        SignIn.asResident(account);
        assertThat(in(() -> households.idOfMine())).contains(fresh);
    }

    @Test
    void withoutOneHeIsToldToAsk() {
        assertThat(welcome("Karim", "Benali").reasons()).containsExactly(PeopleRefusal.LEFT_A_FAMILY);
    }

    @Test
    void underTheNameOfWhoStayedHeIsNotLetBackIntoThatFamily() {
        jdbc.update("UPDATE household SET origin = 'DESK' WHERE id = ?", before.toString());
        // she gives their address again, as the whole household's
        in(() -> contacts.addContact(before, null, ContactDetails.mail(account + "@example.org"))).value().orElseThrow();

        assertThat(welcome("Amina", "Benali").reasons()).containsExactly(PeopleRefusal.LEFT_A_FAMILY);
        assertThat(in(() -> households.mine())).isEmpty();
    }

    @Test
    void receptionSeesWhoWasTakenOutUntilHeIsBackOrForgotten() {
        assertThat(in(() -> households.takenOutOf(before))).extracting(PersonRecord::fullName).containsExactly("Karim Benali");
        in(() -> family.restorePerson(karim)).value().orElseThrow();
        assertThat(in(() -> households.takenOutOf(before))).isEmpty();
        in(() -> family.removePerson(karim)).value().orElseThrow();
        SignIn.as(here.id(), Role.DIRECTOR);
        in(() -> forgetting.forget(before)).value().orElseThrow();
        assertThat(in(() -> households.takenOutOf(before))).as("without a name").isEmpty();
    }

    private UUID openedAtDesk(String first, String last) {
        return in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult(first, last), ContactDetails.mail(account + "@example.org"))))
                .value().orElseThrow();
    }

    private Outcome<UUID> welcome(String first, String last) {
        SignIn.asResident(account);
        return in(() -> households.welcome(NewHousehold.of(PersonDetails.adult(first, last))));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
