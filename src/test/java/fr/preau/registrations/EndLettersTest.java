package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.messaging.Letter;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A letter about an end says of which dates: one of five is not all; and a turn in a list is no registration. */
class EndLettersTest extends RegistrationsTest {

    private static final String ALL_THE_SAME = "rien ne change";

    @Autowired
    private Moments moments;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void oneOfFiveDatesThatIsGivenUpIsNamedAndTheOthersStay() {
        var group = town.group(centre).sessions(5).stands();
        var family = town.family(centre).lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));
        as(family, () -> registrations.cancel(seatsIn(group.sessions().get(1), answers)));

        var text = textOf(letter("cancelled-by-family").orElseThrow());

        assertThat(text).contains("à votre demande", day(group.sessions().get(1)), ALL_THE_SAME);
        List.of(0, 2, 3, 4).forEach(other -> assertThat(text).doesNotContain(day(group.sessions().get(other))));
    }

    @Test
    void datesOfWhichNotEverybodyIsTakenOutHaveTheirNames() {
        var group = town.group(centre).sessions(2).stands();
        var family = town.family(centre).adult("Karim").lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));
        var karim = family.persons().getLast();
        var leaving = new HashSet<>(seatsIn(group.session(), answers));
        answers.stream().filter(one -> one.person().equals(karim)).map(Answer::registration).forEach(leaving::add);
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(leaving, "Dossier incomplet"));

        var letter = letter("cancelled-by-centre").orElseThrow();

        assertThat(items(letter)).hasSize(2).satisfies(lines -> {
            assertThat(lines.getFirst()).isEqualTo(day(group.session()));
            assertThat(lines.getLast()).startsWith(day(group.sessions().getLast())).contains("(Karim").doesNotContain("Amina");
        });
        assertThat(textOf(letter)).contains("Dossier incomplet", ALL_THE_SAME);
    }

    @Test
    void ofASeriesItSaysThatItIsAllOfItFromWhatWasStillToCome() {
        var group = town.group(centre).series(3).stands();
        var family = town.family(centre).lives();
        var seat = one(family, group).registration();
        as(family, () -> registrations.cancel(Set.of(seat)));

        assertThat(textOf(letter("cancelled-by-family").orElseThrow())).contains("Toutes les séances, à partir du " + day(group.session()))
                .doesNotContain(ALL_THE_SAME);
    }

    @Test
    void whoLeftAListOrWithdrewARequestDoesNotReadThatARegistrationIsCancelled() {
        var full = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), full);
        var waiting = town.family(centre).lives();
        var waits = one(waiting, full).registration();
        var asking = town.family(centre).lives();
        var asked = one(asking, town.group(centre).byApproval().stands()).registration();

        as(waiting, () -> registrations.cancel(Set.of(waits)));
        as(asking, () -> registrations.cancel(Set.of(asked)));

        assertThat(textOf(letterTo(waiting, "cancelled-by-family"))).contains("liste d’attente", day(full.session())).doesNotContain("inscription");
        assertThat(textOf(letterTo(asking, "cancelled-by-family"))).contains("la demande est retirée").doesNotContain("inscription");
    }

    @Test
    void soItIsWhenTheCentreEndsIt() {
        var full = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), full);
        var waits = one(town.family(centre).lives(), full).registration();
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(waits), "Travaux"));

        assertThat(textOf(letter("cancelled-by-centre").orElseThrow())).contains("mis fin à votre attente", day(full.session()), "Travaux")
                .doesNotContain("inscription");
    }

    @Test
    void whoHasAPlaceOnOneDateAndWaitsForAnotherReadsOfBothWhatItWas() {
        var group = town.group(centre).sessions(2).places(1).stands();
        one(town.family(centre).lives(), new Group(group.centre(), group.activity(), group.id(), List.of(group.sessions().getLast())));
        var family = town.family(centre).lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));
        as(family, () -> registrations.cancel(Set.of(answers.getFirst().registration(), answers.getLast().registration())));

        assertThat(textOf(letterTo(family, "cancelled-by-family"))).containsSubsequence("l’inscription est annulée", day(group.session()),
                "plus sur la liste d’attente", day(group.sessions().getLast()));
    }

    @Test
    void whatTheCentreTookBackBeforeItsLetterLeftIsNotToldAsCancelled() {
        var family = town.family(centre).lives();
        var seat = one(family, town.group(centre).stands()).registration();
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(seat), "Dossier incomplet"));
        asStaff(Role.RECEPTION, () -> desk.undoCancel(Set.of(seat), Channel.DESK));

        assertThat(letter("cancelled-by-centre")).isEmpty();
        assertThat(letterTo(family, "registration-confirmed").invitation()).isPresent();
    }

    @Test
    void aListThatClosesForASeriesSaysThatTheLastSessionHasBegun() {
        var group = town.group(centre).series(3).places(1).stands();
        one(town.family(centre).lives(), group);
        var family = town.family(centre).lives();
        one(family, group);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(60).withHour(12).toInstant());
        round.go();

        assertThat(textOf(letterTo(family, "list-closed"))).contains("la dernière séance a commencé").doesNotContain("l’activité a commencé");
    }

    @Test
    void aListThatClosesForOneSessionDoesNotSayThatTheActivityHasBegun() {
        var group = town.group(centre).sessions(3).places(1).stands();
        var first = new Group(group.centre(), group.activity(), group.id(), List.of(group.session()));
        one(town.family(centre).lives(), first);
        var family = town.family(centre).lives();
        one(family, first);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(16).withHour(12).toInstant());
        round.go();

        assertThat(textOf(letterTo(family, "list-closed"))).contains("la séance a commencé", day(group.session()))
                .doesNotContain("dernière séance");
    }

    @Test
    void anOfferThatEndedNamesWhoseItWasAndItsDate() {
        var group = town.group(centre).places(1).stands();
        var declining = offered(group);
        as(declining.family(), () -> offers.decline(openOffer(declining.registration())));
        assertThat(textOf(letter("offer-declined").orElseThrow())).contains("Amina", day(group.session()));

        var late = offered(town.group(centre).places(1).stands());
        asStaff(Role.RECEPTION, () -> offers.giveUpFor(openOffer(late.registration()), "Appelé lundi"));
        assertThat(textOf(letter("offer-expired").orElseThrow())).contains("Amina", day(group.session()));
    }

    private record Offered(Family family, UUID registration) {
    }

    private Offered offered(Group group) {
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var family = town.family(centre).lives();
        var waits = one(family, group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        return new Offered(family, waits);
    }

    private static Set<UUID> seatsIn(UUID session, List<Answer> answers) {
        return Set.copyOf(answers.stream().filter(one -> session.equals(one.session())).map(Answer::registration).toList());
    }

    private static List<String> items(Letter letter) {
        return letter.parts().stream().filter(Letter.Items.class::isInstance).map(Letter.Items.class::cast).findFirst().orElseThrow().list();
    }

    private String day(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.full(starts.toInstant(ZoneOffset.UTC), centre.zone());
    }
}
