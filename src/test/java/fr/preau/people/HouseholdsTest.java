package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.FamilyCentres;
import fr.preau.base.CurrentCentre;
import fr.preau.base.NoCentreException;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PreauTest
@RecordApplicationEvents
class HouseholdsTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.of(2017, 5, 4);

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private ContactService contacts;
    @Autowired
    private FamilyCentres familyCentres;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private ApplicationEvents events;
    private CentreRecord here;

    @BeforeEach
    void aCentreOnADayOf2026() {
        here = centres.open();
        clock.set(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @AfterEach
    void theRealHour() {
        clock.reset();
    }

    @Test
    void aResidentIsWelcomedOnceHoweverOftenSheClicks() throws Exception {
        var account = Families.account(jdbc);
        var user = SignIn.asResident(account);
        var context = SecurityContextHolder.getContext();
        var barrier = new CyclicBarrier(4);
        Callable<UUID> click = () -> {
            SecurityContextHolder.setContext(context);
            barrier.await();
            try {
                return in(() -> households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Benali"), ContactDetails.phone("06 12 34 56 78"))))
                        .value().orElseThrow();
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        try (var clicks = Executors.newFixedThreadPool(4)) {
            var answers = new ArrayList<UUID>();
            for (var answer : clicks.invokeAll(List.of(click, click, click, click))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(answers.getFirst());
        }
        SignIn.asResident(user.account());
        var mine = in(() -> households.mine()).orElseThrow();
        assertThat(mine.name()).isEqualTo("Benali");
        assertThat(mine.you()).isEqualTo(mine.persons().getFirst().id());
        assertThat(mine.contacts()).extracting(ContactRecord::shown).containsExactlyInAnyOrder("06 12 34 56 78", account + "@example.org");
    }

    @Test
    void anAccountHasAnotherFileInAnotherCentre() {
        var first = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var there = centres.open();
        assertThat(CurrentCentre.in(there.id(), () -> households.mine())).isEmpty();
        var second = CurrentCentre.in(there.id(), () -> households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value();
        assertThat(second).isPresent().isNotEqualTo(first);
    }

    @Test
    void severalAccountsMayActForOneFamily() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var secondAccount = Families.account(jdbc);
        in(() -> households.link(household, secondAccount, null));
        SignIn.asResident(secondAccount);
        assertThat(in(() -> households.mine()).orElseThrow().id()).isEqualTo(household);
        assertThat(in(() -> households.mine()).orElseThrow().you()).isNull();
    }

    @Test
    void anAccountOfOneFamilyIsNotMovedToAnother() {
        Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var account = fr.preau.accounts.CurrentUser.require().account();
        var other = Families.welcomed(jdbc, here, households, "Paul", "Petit");
        assertThat(in(() -> households.link(other, account, null)).reasons()).containsExactly(PeopleRefusal.ALREADY_LINKED);
    }

    @Test
    void aNewChildIsAnsweredForByWhoeverWroteIt() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Petit")));
        var child = in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var mine = in(() -> households.mine()).orElseThrow();
        assertThat(mine.name()).isEqualTo("Benali, Petit");
        assertThat(mine.persons()).extracting(PersonRecord::firstName).containsExactly("Amina", "Karim", "Léa");
        assertThat(mine.person(child).orElseThrow().guardians()).containsExactly(mine.you());
        assertThat(mine.person(child).orElseThrow().ageOn(LocalDate.of(2026, 11, 22))).hasValue(9);
    }

    @Test
    void aParentWhoLivesElsewhereMayRegisterTheChildToo() {
        var mothers = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var child = in(() -> family.addPerson(mothers, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var fathers = Families.welcomed(jdbc, here, households, "Karim", "Petit");
        var father = in(() -> households.mine()).orElseThrow().you();
        var fatherUser = fr.preau.accounts.CurrentUser.require();
        assertThat(in(() -> guardians.addGuardian(child, father)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> guardians.addGuardian(child, father)).reasons()).isEmpty();
        SignIn.asResident(fatherUser.account());
        var seen = in(() -> households.mine()).orElseThrow();
        assertThat(seen.wards()).extracting(PersonRecord::firstName).containsExactly("Léa");
        assertThat(seen.registrable()).hasSize(2);
        assertThat(in(() -> family.removePerson(child)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(seen.id()).isEqualTo(fathers);
    }

    @Test
    void aChildAlwaysHasSomebodyWhoAnswers() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var you = in(() -> households.mine()).orElseThrow().you();
        var child = in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var second = in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        assertThat(in(() -> guardians.addGuardian(child, second)).reasons()).isEmpty();
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> guardians.removeGuardian(child, you)).reasons()).isEmpty();
        assertThat(in(() -> guardians.removeGuardian(child, second)).reasons()).containsExactly(PeopleRefusal.LAST_GUARDIAN);
        assertThat(in(() -> guardians.addGuardian(second, you)).reasons()).containsExactly(PeopleRefusal.NOT_A_CHILD);
    }

    @Test
    void aRemovedPersonIsGoneButNamedAndComesBack() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var child = in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        assertThat(in(() -> family.removePerson(child)).reasons()).isEmpty();
        assertThat(events.stream(PersonRemoved.class)).containsExactly(new PersonRemoved(child, true));
        assertThat(in(() -> households.mine()).orElseThrow().persons()).hasSize(1);
        assertThat(in(() -> households.persons(List.of(child))).get(child).fullName()).isEqualTo("Léa Benali");
        assertThat(in(() -> family.removePerson(child)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(in(() -> family.restorePerson(child)).reasons()).isEmpty();
        assertThat(in(() -> households.mine()).orElseThrow().persons()).hasSize(2);
    }

    @Test
    void whoeverWasTakenOutOfAFamilyNeitherOpensItsFileNorReadsItsLetters() {
        var household = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        var account = fr.preau.accounts.CurrentUser.require().account();
        var karim = in(() -> households.mine()).orElseThrow().you();
        in(() -> family.addPerson(household, PersonDetails.adult("Amina", "Benali")));
        in(() -> contacts.addContact(household, karim, ContactDetails.phone("06 12 34 56 78")));
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.removePerson(karim)).reasons()).isEmpty();

        assertThat(in(() -> households.reachOf(household)).isNone()).isTrue();
        assertThat(in(() -> households.search("benali", 0)).lines().getFirst().contacts()).isEmpty();
        assertThat(familyCentres.of(account)).isEmpty();
        SignIn.asResident(account);
        assertThat(in(() -> households.mine())).isEmpty();
        assertThat(in(() -> households.idOfMine())).isEmpty();
        assertThat(in(() -> households.find(household))).isEmpty();
        assertThat(in(() -> family.addPerson(household, PersonDetails.adult("X", ""))).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(in(() -> households.welcome(NewHousehold.of(PersonDetails.adult("Karim", "Benali")))).reasons())
                .containsExactly(PeopleRefusal.LEFT_A_FAMILY);

        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.restorePerson(karim)).reasons()).isEmpty();
        SignIn.asResident(account);
        assertThat(in(() -> households.mine()).orElseThrow().contacts()).extracting(ContactRecord::shown)
                .containsExactlyInAnyOrder("06 12 34 56 78", account + "@example.org");
        assertThat(familyCentres.of(account)).containsExactly(here.id());
    }

    @Test
    void oneAdultDoesNotShutTheOtherOut() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var amina = in(() -> households.mine()).orElseThrow().you();
        var karim = in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        var account = Families.account(jdbc);
        in(() -> households.link(household, account, karim));

        assertThat(in(() -> family.removePerson(karim)).reasons()).containsExactly(PeopleRefusal.COMES_IN_BY_HERSELF);
        SignIn.asResident(account);
        assertThat(in(() -> family.removePerson(amina)).reasons()).containsExactly(PeopleRefusal.COMES_IN_BY_HERSELF);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.removePerson(karim)).reasons()).as("reception knows the family").isEmpty();
    }

    @Test
    void nobodyRemovesHerselfOrTheLastAdult() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var you = in(() -> households.mine()).orElseThrow().you();
        assertThat(in(() -> family.removePerson(you)).reasons()).containsExactly(PeopleRefusal.YOURSELF);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.removePerson(you)).reasons()).containsExactly(PeopleRefusal.LAST_ADULT);
        in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali")));
        assertThat(in(() -> family.removePerson(you)).reasons()).isEmpty();
    }

    @Test
    void whoeverWritesOnAnOldReadingIsToldSo() {
        Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var you = in(() -> households.mine()).orElseThrow().persons().getFirst();
        assertThat(in(() -> family.changePerson(you.id(), you.version(), PersonDetails.adult("Amina", "Petit"))).reasons()).isEmpty();
        assertThat(in(() -> family.changePerson(you.id(), you.version(), PersonDetails.adult("Aminata", "Benali"))).reasons())
                .containsExactly(PeopleRefusal.CHANGED_MEANWHILE);
        assertThat(in(() -> households.mine()).orElseThrow().name()).isEqualTo("Petit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D’Hondt", "O'Brien", "de la Tour", "Ben Ali-Ould", "N’Guyễn", "Şahin", "Łukasz", "أمينة", "李", "J.-B.",
            "Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl"})
    void namesOfAllNeighboursAreTaken(String name) {
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", name)))).reasons()).isEmpty();
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult(name, "")))).value().orElseThrow();
        assertThat(in(() -> households.find(one)).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "Amina\nBcc: a@b.fr", "Ami\u0000na", "Amina 😀", "😀",
            "Amina\u202E", "12", "-", "@amina", "Amina\tB"})
    void whatIsNoNameIsRefusedBesideItsField(String name) {
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult(name, name)))).reasons()).containsExactlyInAnyOrder(
                new PeopleRefusal("firstName", "people.refusal.name-letters"), new PeopleRefusal("lastName", "people.refusal.name-letters"));
    }

    @Test
    void aNameIsNeitherMissingNorEndless() {
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("  ", "")))).reasons())
                .containsExactly(new PeopleRefusal("firstName", "people.refusal.name-missing"));
        assertThat(in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("a".repeat(2_000_000), "")))).reasons())
                .containsExactly(new PeopleRefusal("firstName", "people.refusal.name-long"));
    }

    @ParameterizedTest
    @CsvSource({"CHILD,29,02,2027,not-a-date", "CHILD,31,4,2020,not-a-date", "CHILD,1,1,1899,too-old", "ADULT,1,1,1899,too-old",
            "CHILD,23,11,2026,future", "CHILD,1,1,17,year", "CHILD,x,1,2017,not-a-date", "CHILD,'','',2017,not-a-date",
            "CHILD,'','','',missing", "CHILD,22,11,2008,of-an-adult", "ADULT,23,11,2008,of-a-child"})
    void aDateThatCannotBeIsRefusedBesideItsField(PersonKind kind, String day, String month, String year, String why) {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var details = new PersonDetails(kind, "Léa", "Benali", new TypedDate(day, month, year));
        assertThat(in(() -> family.addPerson(household, details)).reasons())
                .containsExactly(new PeopleRefusal("birthDate", "people.refusal.birth-" + why));
    }

    @Test
    void whoTurnsEighteenIsAnAdultFromThatDayOn() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", LocalDate.of(2008, 11, 23))));
        assertThat(in(() -> households.mine()).orElseThrow().children()).hasSize(1);
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        assertThat(in(() -> households.mine()).orElseThrow().children()).isEmpty();
    }

    @Test
    void anotherFamilysFileIsAsOneThatDoesNotExist() {
        var theirs = Families.welcomed(jdbc, here, households, "Paul", "Petit");
        var paul = in(() -> households.mine()).orElseThrow().persons().getFirst();
        Families.welcomed(jdbc, here, households, "Amina", "Benali");
        assertThat(in(() -> households.find(theirs))).isEmpty();
        for (var outcome : List.of(in(() -> family.addPerson(theirs, PersonDetails.adult("X", ""))), in(() -> family.removePerson(paul.id())),
                in(() -> family.restorePerson(paul.id())), in(() -> family.changePerson(paul.id(), paul.version(), PersonDetails.adult("X", ""))),
                in(() -> contacts.addContact(theirs, null, ContactDetails.phone("0612345678"))))) {
            assertThat(outcome.reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        }
        assertThatThrownBy(() -> in(() -> households.search("", 0))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("X", ""))))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anotherCentresFileIsNotFoundAndWithoutACentreNothingIs() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var person = in(() -> households.mine()).orElseThrow().persons().getFirst().id();
        var there = centres.open();
        SignIn.as(there.id(), Role.RECEPTION);
        assertThat(CurrentCentre.in(there.id(), () -> households.find(household))).isEmpty();
        assertThat(CurrentCentre.in(there.id(), () -> households.search("", 0)).all()).isZero();
        assertThat(CurrentCentre.in(there.id(), () -> households.persons(List.of(person)))).isEmpty();
        assertThat(CurrentCentre.in(there.id(), () -> family.removePerson(person)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThatThrownBy(() -> households.find(household)).hasStackTraceContaining(NoCentreException.class.getName());
    }

    @Test
    void theDatabaseItselfRefusesALinkAcrossCentres() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var there = centres.open();
        assertThatThrownBy(() -> jdbc.update("""
                INSERT INTO person (id, centre_id, household_id, first_name, last_name, search_name, created_at, version)
                VALUES (UUID(), ?, ?, 'X', '', ' x', NOW(6), 0)""", there.id().toString(), household.toString()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
