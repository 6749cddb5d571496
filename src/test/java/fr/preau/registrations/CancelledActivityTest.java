package fr.preau.registrations;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Invitation;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An activity that the team cancels: one letter for each family, with the reason and all its dates. */
class CancelledActivityTest extends CatalogueChanges {

    @Test
    void theReasonOfACancelledActivityStandsInTheLetterAndInTheHistory() {
        var group = group().series(3).stands();
        var request = one(town.family(centre).lives(), group);

        cancel(group, "Plus d’animatrice");

        assertThat(textOf(letter("activity-cancelled").orElseThrow())).contains("Plus d’animatrice", "Amina");
        assertThat(lastReason(request)).isEqualTo("Plus d’animatrice");
        assertThat(database.sql("SELECT DISTINCT channel FROM registration_step WHERE actor = 'STAFF' AND registration_id = :id")
                .param("id", request.registration()).query(String.class).list()).containsExactly("DESK");
    }

    @Test
    void aReasonMayBeAsLongAsTheFormLetsItBe() {
        var group = group().stands();
        var request = one(town.family(centre).lives(), group);
        var long400 = "Fuite d’eau ".repeat(34).substring(0, 400).strip();

        cancel(group, long400);

        assertThat(lastReason(request)).isEqualTo(long400);
    }

    @Test
    void aCancelledActivityStrikesAllItsDatesOutAndNamesThoseWhomItMeets() {
        var group = group().series(3).places(2).stands();
        var family = town.family(centre).adult("Karim").lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.TOGETHER));
        var before = numbers(letter("registration-confirmed").orElseThrow());
        var waits = town.family(centre).lives();
        one(waits, group);
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(answers.getLast().registration()), "Dossier incomplet"));

        cancel(group, "Travaux");

        assertThat(letters("activity-cancelled")).isEqualTo(2);
        var letter = letterTo(family, "activity-cancelled");
        assertThat(textOf(letter)).contains(spaced("L’activité « Cuisine du monde » n’a plus lieu."), "Amina", "Travaux")
                .doesNotContain("Karim", "Dossier incomplet");
        assertThat(numbers(letter)).hasSize(3);
        isStruckOut(letter, before);
    }

    @Test
    void aCancelledActivityIsOneLetterForAFamilyHoweverManyOfItsRequestsAndGroupsItMeets() {
        var group = group().sessions(3).stands();
        var family = town.family(centre).adult("Karim").adult("Nora").lives();
        var first = new Group(group.centre(), group.activity(), group.id(), group.sessions().subList(0, 2));
        register(family, first, family.persons(1), PartyRule.WHO_CAN);
        register(family, group, List.of(family.persons().get(1)), PartyRule.WHO_CAN);
        var beside = secondGroupOf(group);
        register(family, beside, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        one(town.family(centre).lives(), beside);
        var silent = town.family(centre).adult("Zoé").phoneOnly("03 20 00 11 22").lives();
        register(silent, group, silent.persons(1), PartyRule.WHO_CAN);
        register(silent, beside, List.of(silent.persons().getLast()), PartyRule.WHO_CAN);

        cancel(group, "Travaux");

        assertThat(letters("activity-cancelled")).isEqualTo(2);
        var letter = letterTo(family, "activity-cancelled");
        assertThat(textOf(letter)).contains("Amina", "Karim", "Nora", "Travaux");
        assertThat(letter.invitation().orElseThrow().entries()).as("two, three and one").hasSize(6).extracting(Invitation.Entry::uid)
                .doesNotHaveDuplicates();
        assertThat(calls()).isEqualTo(1);
        countersAreTrue(group);
        countersAreTrue(beside);
    }

    /** The same activity on another day, with one session. */
    private Group secondGroupOf(Group group) {
        var other = group().stands();
        database.sql("UPDATE activity_group SET activity_id = :activity, name = 'Le jeudi' WHERE id = :id").param("activity", group.activity())
                .param("id", other.id()).update();
        return new Group(group.centre(), group.activity(), other.id(), other.sessions());
    }

    @Test
    void aLetterAboutOneRequestThatWaitedSinceThereWasOneForEachStillLeaves() {
        var group = group().stands();
        var family = town.family(centre).adult("Karim").lives();
        one(family, group);
        register(family, group, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        cancel(group, "Travaux");
        var posted = envelope("activity-cancelled");
        var ended = LetterKey.read(posted).detail().split("@")[1];
        var old = new Envelope(String.join(":", posted.kind(), posted.subject().toString(), ended, "0"), posted.kind(), posted.subject(),
                posted.recipient());

        assertThat(textOf(in(() -> writer.write(old)).orElseThrow())).contains("Amina", "Travaux").doesNotContain("Karim");
    }
}
