package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.MyCentresService;
import fr.preau.base.CurrentCentre;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** One account, two files: a code that one centre's reception gives opens the one in its centre. */
@PreauTest
class CodeOfACentreTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private GuardianCodeService codes;
    @Autowired
    private ContactService contacts;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private HouseholdAccess access;
    @Autowired
    private MyCentresService myCentres;
    @Autowired
    private AccountService accounts;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private CentreRecord there;
    private UUID account;
    private UUID ours;
    private UUID theirs;
    private UUID person;

    @BeforeEach
    void aFamilyWithAFileInTwoCentres() {
        here = centres.open();
        there = centres.open();
        ours = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        account = CurrentUser.require().account();
        theirs = in(there, () -> households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Benali"))).value().orElseThrow());
        person = in(there, () -> households.mine().orElseThrow().you());
    }

    @Test
    void aLinkOpensBothFiles() {
        assertThat(in(here, () -> households.mine()).orElseThrow().id()).isEqualTo(ours);
        assertThat(in(there, () -> households.mine()).orElseThrow().id()).isEqualTo(theirs);
        assertThat(myCentres.mine()).contains(here, there);
    }

    @Test
    void aCodeOpensTheFileOfItsCentre() {
        SignIn.byCode(account, here.id());
        assertThat(in(here, () -> households.mine()).orElseThrow().id()).isEqualTo(ours);
        assertThat(in(here, () -> contacts.addContact(ours, null, ContactDetails.phone("06 12 34 56 78"))).value()).isPresent();
        assertThat(in(here, () -> households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value()).contains(ours);
    }

    @Test
    void whatIsInTheOtherCentreIsNotFoundFromThere() {
        SignIn.byCode(account, here.id());
        assertThat(in(here, () -> households.find(theirs))).isEmpty();
        assertThat(in(here, () -> guardians.of(person))).isEmpty();
        for (var outcome : List.of(in(here, () -> family.addPerson(theirs, PersonDetails.adult("X", ""))), in(here, () -> family.removePerson(person)),
                in(here, () -> family.changePerson(person, 0, PersonDetails.adult("X", ""))),
                in(here, () -> contacts.addContact(theirs, null, ContactDetails.phone("0612345678"))))) {
            assertThat(outcome.reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        }
    }

    @Test
    void norDoesTheOtherCentreOpenWhateverIsAskedThere() {
        SignIn.byCode(account, here.id());
        assertThat(in(there, () -> access.mine())).as("the one question whose household it is").isEmpty();
        assertThat(in(there, () -> access.allows(theirs))).isFalse();
        for (Supplier<?> asked : List.<Supplier<?>>of(() -> households.mine(), () -> households.idOfMine(), () -> households.find(theirs),
                () -> households.welcome(NewHousehold.of(PersonDetails.adult("X", ""))),
                () -> family.addPerson(theirs, PersonDetails.adult("X", "")), () -> family.removePerson(person),
                () -> codes.join("AAAA-AAAA"), () -> accounts.mine())) {
            assertThatThrownBy(() -> in(there, asked)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void norIsAFileOpenedInACentreWhereThereIsNone() {
        var third = centres.open();
        SignIn.byCode(account, here.id());
        assertThatThrownBy(() -> in(third, () -> households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theOtherCentreIsNotEvenNamed() {
        SignIn.byCode(account, here.id());
        assertThat(myCentres.mine()).containsExactly(here);
    }

    @Test
    void whatAllCentresReadIsNotChangedByACodeOfOneUnlessThereIsNoOtherDoor() {
        SignIn.byCode(account, here.id());
        assertThat(accounts.mayCallMe()).isFalse();
        assertThatThrownBy(() -> accounts.callMe("Quelqu’un")).isInstanceOf(AccessDeniedException.class);

        var without = accounts.withoutMail("Paul Petit").id();
        SignIn.byCode(without, here.id());
        accounts.callMe("Paul Durand");
        assertThat(accounts.mine().displayName()).isEqualTo("Paul Durand");
    }

    private static <T> T in(CentreRecord centre, Supplier<T> work) {
        return CurrentCentre.in(centre.id(), work::get);
    }
}
