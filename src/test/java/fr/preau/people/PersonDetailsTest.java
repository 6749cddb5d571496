package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of a person: names of all neighbours, and a date of birth that there is. */
class PersonDetailsTest extends PeopleTest {

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
}
