package fr.preau.registrations;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Outcome;
import fr.preau.base.Role;
import fr.preau.messaging.Invitation;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An activity is somewhere else: whoever has something to come in it hears of it. */
class PlaceChangesTest extends RegistrationsTest {

    private static final String GYM = "Gymnase Jean-Moulin";

    @Autowired
    private ActivityService activities;
    @Autowired
    private CatalogueService catalogue;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void anotherPlaceIsOneLetterForAFamilyWithHigherNumbersForTheCalendar() {
        var group = town.group(centre).sessions(3).stands();
        var family = town.family(centre).adult("Karim").lives();
        register(family, group, family.persons(1), PartyRule.WHO_CAN);
        var before = numbers(letter("registration-confirmed").orElseThrow());
        register(family, group, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        one(town.family(centre).lives(), group);

        changePlace(group, GYM);

        assertThat(letters("place-changed")).as("one for each family").isEqualTo(2);
        var letter = letterTo(family, "place-changed");
        assertThat(letter.subject()).isEqualTo(spaced("Nouveau lieu : Cuisine du monde"));
        assertThat(textOf(letter)).contains(GYM, "Amina", "Karim", spaced("3 séances"), "/annuler/").doesNotContain("Cuisine du centre");
        var entries = letter.invitation().orElseThrow();
        assertThat(entries.purpose()).isEqualTo(Invitation.Purpose.PUBLISH);
        assertThat(entries.entries()).hasSize(6).allSatisfy(entry -> assertThat(entry.place()).isEqualTo(GYM));
        assertThat(numbers(letter)).containsKeys(before.keySet().toArray(String[]::new));
        before.forEach((uid, number) -> assertThat(numbers(letter).get(uid)).isGreaterThan(number));
    }

    @Test
    void aFamilyThatNobodyCanWriteToIsCalledOnce() {
        var group = town.group(centre).series(3).stands();
        var family = town.family(centre).adult("Karim").phoneOnly("03 20 00 11 22").lives();
        register(family, group, family.persons(), PartyRule.TOGETHER);

        changePlace(group, GYM);

        assertThat(database.sql("SELECT about FROM call_task WHERE centre_id = :centre").param("centre", centre.id()).query(String.class).list())
                .containsExactly("PLACE_CHANGED");
    }

    @Test
    void whoWaitsOrAskedIsToldAndGetsNothingForTheCalendar() {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var waiting = town.family(centre).lives();
        one(waiting, group);
        var byApproval = town.group(centre).byApproval().stands();
        var asking = town.family(centre).lives();
        one(asking, byApproval);

        changePlace(group, GYM);
        changePlace(byApproval, GYM);

        assertThat(letterTo(waiting, "place-changed").invitation()).isEmpty();
        assertThat(textOf(letterTo(asking, "place-changed"))).contains(GYM, "Retirer la demande");
    }

    @Test
    void theSamePlaceIsToldToNobodyWhateverElseChanged() {
        var group = town.group(centre).stands();
        one(town.family(centre).lives(), group);
        int before = allLetters();

        changePlace(group, " Cuisine du  centre ");

        assertThat(allLetters()).isEqualTo(before);
    }

    @Test
    void whatIsOverIsToldToNobody() {
        var group = town.group(centre).stands();
        one(town.family(centre).lives(), group);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(20).toInstant());
        int before = allLetters();

        changePlace(group, GYM);

        assertThat(allLetters()).isEqualTo(before);
    }

    @Test
    void whoCancelledBeforeTheLetterLeftDoesNotReadIt() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var seat = one(family, group).registration();
        changePlace(group, GYM);

        as(family, () -> registrations.cancel(Set.of(seat)));

        assertThat(letter("place-changed")).isEmpty();
    }

    private void changePlace(Group group, String place) {
        assertThat(asStaff(Role.ANIMATOR, () -> {
            var sheet = catalogue.sheet(group.activity()).orElseThrow();
            var now = ActivityInput.of(sheet, centre.zone());
            return activities.change(group.activity(), sheet.version(), new ActivityInput(now.title(), "On cuisine ailleurs", now.description(),
                    now.category(), now.photo(), now.who(), now.minAge(), now.maxAge(), now.birthYearFrom(), now.birthYearTo(), now.withAdult(),
                    now.dates(), place, now.accessNote(), now.bring(), now.price(), now.places(), now.registrationNeeded(), now.needsApproval(),
                    now.booking(), now.opensAt(), now.closesAt(), now.holdDays()));
        })).isInstanceOf(Outcome.Done.class);
    }
}
