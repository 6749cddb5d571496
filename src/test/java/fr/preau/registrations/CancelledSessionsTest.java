package fr.preau.registrations;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionChange;
import fr.preau.base.Role;
import fr.preau.messaging.Invitation;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sessions that the team cancels: who had a place or waited there reads of it, with the reason. */
class CancelledSessionsTest extends CatalogueChanges {

    private static final String TYPED = "Fuite d’eau\n<b>partout</b>";
    private static final String TOLD = "Fuite d’eau <b>partout</b>";

    @Test
    void theReasonOfACancelledSessionStandsInTheLetterAndInTheHistory() {
        var group = group().sessions(2).stands();
        var request = one(town.family(centre).lives(), group);

        cancel(group, group.session(), Reach.ONE, TYPED);

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(TOLD);
        assertThat(lastReason(request)).isEqualTo(TOLD);
    }

    @Test
    void whoIsRegisteredForTheSeriesReadsTheReasonTooThoughNoRegistrationEnds() {
        var group = group().series(3).stands();
        one(town.family(centre).lives(), group);

        cancel(group, group.session(), Reach.ONE, TYPED);

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(TOLD, "Les autres séances ont lieu comme prévu.");
    }

    @Test
    void whomTheCentreHadCancelledBeforeIsNotNamedInTheLetterAboutTheSession() {
        var group = group().sessions(2).stands();
        var family = town.family(centre).adult("Karim").lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));
        var karim = answers.stream().filter(one -> one.person().equals(family.persons().getLast())).map(Answer::registration)
                .collect(Collectors.toSet());
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(karim, "Dossier incomplet"));

        cancel(group, group.session(), Reach.ALL, "Travaux");

        var letter = letterTo(family, "session-cancelled");
        assertThat(textOf(letter)).contains("Amina", "Travaux").doesNotContain("Karim");
        assertThat(letter.invitation().orElseThrow().entries()).as("hers").hasSize(2);
    }

    @Test
    void theLastSessionsOfASeriesAreToldThoughTheRoundCompletedItBeforeTheLetterLeft() {
        var group = group().series(3).places(2).stands();
        var family = town.family(centre).lives();
        var comes = one(family, group);
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var asked = town.family(centre).lives();
        var offered = one(asked, group);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(15).withHour(12).toInstant());
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var waiting = town.family(centre).lives();
        var waits = one(waiting, group);
        var days = group.sessions().stream().skip(1).map(this::day).toList();

        cancel(group, group.sessions().get(1), Reach.ALL, "Travaux");
        round.go();

        assertThat(stateOf(comes.registration())).isEqualTo(RegistrationState.COMPLETED);
        assertThat(List.of(stateOf(offered.registration()), stateOf(waits.registration()))).as("not for want of an answer or of a place")
                .containsOnly(RegistrationState.CANCELLED_BY_CENTRE);
        assertThat(List.of(letters("offer-expired"), letters("list-closed"))).containsOnly(0);
        var letter = letterTo(family, "session-cancelled");
        assertThat(items(letter)).containsExactlyElementsOf(days);
        assertThat(textOf(letter)).contains("Travaux").doesNotContain("Les autres séances");
        assertThat(letter.invitation().orElseThrow().entries()).hasSize(2);
        assertThat(textOf(letterTo(asked, "session-cancelled"))).contains("Travaux");
        assertThat(letterTo(waiting, "session-cancelled").invitation()).isEmpty();
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void aSeriesOfWhichNoSessionTookPlaceIsCancelledByTheCentreForThoseWhoHadAPlaceToo() {
        var group = group().series(3).stands();
        var family = town.family(centre).lives();
        var place = one(family, group);
        var before = numbers(letter("registration-confirmed").orElseThrow());

        cancel(group, group.session(), Reach.ONE, "Fuite d’eau");
        var first = envelope("session-cancelled");
        cancel(group, group.sessions().get(1), Reach.ALL, "Travaux");

        assertThat(stateOf(place.registration())).isEqualTo(RegistrationState.CANCELLED_BY_CENTRE);
        assertThat(lastReason(place)).isEqualTo("Travaux");
        var letter = letterTo(family, "session-cancelled");
        assertThat(items(letter)).hasSize(2);
        isStruckOut(letter, before);
        assertThat(textOf(in(() -> writer.write(first)).orElseThrow())).as("the first, if it leaves only now")
                .contains(day(group.session()), "Fuite d’eau").doesNotContain("Les autres séances");
        countersAreTrue(group);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(1).withHour(12).toInstant());
        round.go();
        assertThat(stateOf(place.registration())).as("not completed by the round").isEqualTo(RegistrationState.CANCELLED_BY_CENTRE);
        clock.reset();
    }

    @Test
    void severalCancelledSessionsAreOneLetterForAFamilyWithAllItsDatesAndWhoHadThem() {
        var group = group().sessions(4).stands();
        var family = town.family(centre).adult("Karim").lives();
        register(family, group, family.persons(1), PartyRule.WHO_CAN);
        var two = new Group(group.centre(), group.activity(), group.id(), group.sessions().subList(0, 2));
        register(family, two, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        one(town.family(centre).lives(), two);

        cancel(group, group.sessions().get(1), Reach.FOLLOWING, "Travaux");

        assertThat(letters("session-cancelled")).as("one for each family, whatever the number of its requests").isEqualTo(2);
        var letter = letterTo(family, "session-cancelled");
        assertThat(letter.subject()).contains(spaced("3 séances n’ont pas lieu : Cuisine du monde"));
        assertThat(items(letter)).hasSize(3).satisfies(lines -> {
            assertThat(lines.getFirst()).isEqualTo(day(group.sessions().get(1)));
            assertThat(lines.getLast()).startsWith(day(group.sessions().getLast())).contains("(Amina").doesNotContain("Karim");
        });
        assertThat(textOf(letter)).contains("Travaux", "Karim").doesNotContain("Les autres séances");
        assertThat(letter.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.CANCEL);
        assertThat(letter.invitation().orElseThrow().entries()).as("three of hers and one of his").hasSize(4);
    }

    @Test
    void aCancelledSessionIsStruckOutOfTheCalendarForThoseWhoHadAPlace() {
        var group = group().places(1).stands();
        var family = town.family(centre).lives();
        one(family, group);
        var before = numbers(letter("registration-confirmed").orElseThrow());
        var waits = town.family(centre).lives();
        one(waits, group);
        var day = day(group.session());

        cancel(group, group.session(), Reach.ONE, "Travaux");

        var letter = letterTo(family, "session-cancelled");
        assertThat(letter.subject()).isEqualTo(spaced("Une séance n’a pas lieu : Cuisine du monde"));
        assertThat(textOf(letter)).contains("La séance du " + day + " n’a pas lieu. C’est le centre qui l’a décidé.", "Amina");
        isStruckOut(letter, before);
        assertThat(letterTo(waits, "session-cancelled").invitation()).isEmpty();
    }

    @Test
    void aSeriesThatWasFullOnTheCancelledDateAloneGoesToTheHeadOfItsListInTheSameGesture() {
        var group = group().series(2).places(1).stands();
        one(town.family(centre).lives(), group);
        var waits = one(town.family(centre).lives(), group).registration();
        offer(group, group.sessions().getLast(), 2);
        assertThat(stateOf(waits)).as("the first date is full still").isEqualTo(RegistrationState.WAITING);

        cancel(group, group.session(), Reach.ONE, "Travaux");

        assertThat(stateOf(waits)).isEqualTo(RegistrationState.OFFERED);
        countersAreTrue(group);
    }

    private void offer(Group group, UUID session, int places) {
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version(session), Reach.ONE,
                new SessionChange(null, null, null, places)))).isInstanceOf(Outcome.Done.class);
    }
}
