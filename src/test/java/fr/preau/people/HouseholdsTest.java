package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.CurrentCentre;
import fr.preau.base.NoCentreException;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** A family has one file in a centre: it opens once, for those who act for the family, and for nobody else. */
class HouseholdsTest extends PeopleTest {

    @Autowired
    private ContactService contacts;

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
        var account = CurrentUser.require().account();
        var other = Families.welcomed(jdbc, here, households, "Paul", "Petit");
        assertThat(in(() -> households.link(other, account, null)).reasons()).containsExactly(PeopleRefusal.ALREADY_LINKED);
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
}
