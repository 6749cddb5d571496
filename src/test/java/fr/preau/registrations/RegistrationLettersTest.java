package fr.preau.registrations;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Letter;
import fr.preau.messaging.PostedLetterService;
import fr.preau.messaging.SendAgain;
import fr.preau.registrations.LetterLinkService.OfferPage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the letters say, when they leave. */
class RegistrationLettersTest extends RegistrationsTest {

    @Autowired
    private PostedLetterService posted;
    @Autowired
    LetterLinkService links;

    @Test
    void aConfirmationNamesWhoAndWhenAndCarriesTheDatesForTheCalendar() {
        var group = town.group(centre).series(3).stands();
        var family = town.family(centre).of(2).lives();
        register(family, group, family.persons(), PartyRule.TOGETHER);

        var letter = letter("registration-confirmed").orElseThrow();

        assertThat(textOf(letter)).contains("l’inscription est confirmée", "Amina", spaced("3 séances"), "Votre code", "Ajouter à mon agenda", "/agenda.ics");
        assertThat(letter.invitation().orElseThrow().entries()).hasSize(6).extracting(Invitation.Entry::uid).doesNotHaveDuplicates();
    }

    @Test
    void datesOfWhichTheSameIsSaidAreLinesOfOneList() {
        var group = town.group(centre).sessions(3).stands();
        var family = town.family(centre).of(2).lives();
        as(family, () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), family.persons(),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN)));

        var letter = letter("registration-confirmed").orElseThrow();

        assertThat(letter.parts()).filteredOn(Letter.Items.class::isInstance).singleElement()
                .satisfies(dates -> assertThat(((Letter.Items) dates).list()).hasSize(3).doesNotHaveDuplicates());
        assertThat(textOf(letter)).containsOnlyOnce("l’inscription est confirmée").containsOnlyOnce("Activité");
    }

    @Test
    void aLetterToWhoWaitsSaysTheRankAndNeverThatItIsConfirmed() {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);

        var letter = letter("registration-waiting").orElseThrow();

        assertThat(textOf(letter)).contains("numéro 1 sur la liste d’attente", "Toutes les places sont prises.", "Votre code").doesNotContainIgnoringCase("confirm");
        assertThat(letter.invitation()).isEmpty();
    }

    @Test
    void whatIsNoLongerTrueDoesNotLeave() {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var head = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waits = one(head, group).registration();

        as(holder, () -> registrations.cancel(Set.of(seat)));
        assertThat(letter("registration-confirmed")).as("cancelled since").isEmpty();
        assertThat(letter("registration-waiting")).as("offered since").isEmpty();
        as(head, () -> offers.decline(openOffer(waits)));
        assertThat(letter("place-offered")).as("answered since").isEmpty();
    }

    @Test
    void aCancellationStrikesTheSameDatesOutWithAHigherNumber() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var seat = one(family, group).registration();
        var before = letter("registration-confirmed").orElseThrow().invitation().orElseThrow().entries().getFirst();
        as(family, () -> registrations.cancel(Set.of(seat)));

        var letter = letter("cancelled-by-family").orElseThrow();

        var after = letter.invitation().orElseThrow();
        assertThat(after.purpose()).isEqualTo(Invitation.Purpose.CANCEL);
        assertThat(after.entries().getFirst().uid()).isEqualTo(before.uid());
        assertThat(after.entries().getFirst().sequence()).isGreaterThan(before.sequence());
        assertThat(textOf(letter)).contains("à votre demande");
    }

    @Test
    void aCancellationThatWasTakenBackIsNotTheLastWord() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(2).lives();
        var seats = answers(register(family, group, family.persons(), PartyRule.WHO_CAN)).stream().map(Answer::registration).toList();
        as(family, () -> registrations.cancel(Set.copyOf(seats)));
        as(family, () -> registrations.undoCancel(Set.of(seats.getFirst())));

        assertThat(textOf(letter("cancelled-by-family").orElseThrow())).as("of the one who did not come back").contains("Adulteb").doesNotContain("Amina");
        as(family, () -> registrations.undoCancel(Set.of(seats.getLast())));
        assertThat(letter("cancelled-by-family")).isEmpty();
    }

    /** However often, and whether or not the letter that strikes them out has left meanwhile: no entry stands beside another. */
    @Test
    void aCancellationThatWasTakenBackGivesTheCalendarItsEntriesAgainUnderTheSameNamesWithHigherNumbers() {
        var family = town.family(centre).lives();
        one(family, town.group(centre).series(2).places(3).stands());
        var names = numbers(letter("registration-confirmed").orElseThrow()).keySet();

        for (int time = 0; time < 2; time++) {
            var seat = as(family, () -> registrations.mine()).stream().filter(one -> one.state().isActive()).map(RegistrationRecord::id).collect(Collectors.toSet());
            as(family, () -> registrations.cancel(seat));
            var struckOut = numbers(letter("cancelled-by-family").orElseThrow());
            assertThat(as(family, () -> registrations.undoCancel(seat))).isEqualTo(UndoOutcome.RESTORED);

            var back = letter("registration-confirmed").orElseThrow();
            assertThat(back.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.PUBLISH);
            assertThat(numbers(back)).containsOnlyKeys(names).allSatisfy((name, number) -> assertThat(number).isGreaterThan(struckOut.get(name)));
        }
    }

    @Test
    void whoLeftTheListOrWithdrewARequestAndIsBackHasItWritten() {
        var full = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), full);
        var waiting = town.family(centre).lives();
        var waits = one(waiting, full).registration();
        var asking = town.family(centre).lives();
        var asked = one(asking, town.group(centre).byApproval().stands()).registration();
        var before = List.of(letters("registration-waiting"), letters("registration-requested"));

        as(waiting, () -> registrations.cancel(Set.of(waits)));
        as(waiting, () -> registrations.undoCancel(Set.of(waits)));
        as(asking, () -> registrations.cancel(Set.of(asked)));
        as(asking, () -> registrations.undoCancel(Set.of(asked)));

        assertThat(before).containsExactly(1, 1);
        assertThat(List.of(letters("registration-waiting"), letters("registration-requested"))).containsExactly(2, 2);
        assertThat(textOf(letterTo(waiting, "registration-waiting"))).contains("numéro 1 sur la liste d’attente");
        assertThat(textOf(letterTo(asking, "registration-requested"))).contains("bien arrivée");
        assertThat(letter("cancelled-by-family")).isEmpty();
    }

    @Test
    void whenTheStaffCancelsTheLetterSaysSoWithTheReason() {
        var group = town.group(centre).stands();
        var seat = one(town.family(centre).lives(), group).registration();
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(seat), "Dossier incomplet"));

        assertThat(textOf(letter("cancelled-by-centre").orElseThrow())).contains("le centre a annulé", "Dossier incomplet")
                .doesNotContain("à votre demande");
    }

    @Test
    void aReasonIsOneLineOfTheLetterWhateverWasTyped() {
        var group = town.group(centre).stands();
        var seat = one(town.family(centre).lives(), group).registration();
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(seat), "Dossier\r\n\r\n-- \u2028 incomplet"));

        assertThat(textOf(letter("cancelled-by-centre").orElseThrow())).contains("Dossier -- incomplet");
    }

    @Test
    void theLinkOfAnOfferShowsWithoutChangingAndAnswersOnce() {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var token = tokenIn(letter("place-offered").orElseThrow(), "place");

        assertThat(in(() -> links.offer(token)).map(OfferPage::state)).contains(OfferState.OPEN);
        assertThat(in(() -> links.offer(token)).map(OfferPage::state)).contains(OfferState.OPEN);
        assertThat(in(() -> links.accept(token))).contains(OfferOutcome.ACCEPTED);
        assertThat(in(() -> links.decline(token))).contains(OfferOutcome.ACCEPTED);
        assertThat(in(() -> links.offer("made-up"))).isEmpty();
        assertThat(stateOf(waits)).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(database.sql("SELECT token_hash FROM letter_token").query(String.class).list()).noneMatch(token::equals);
    }

    @Test
    void theLinkOfAConfirmationCancelsWithoutSigningInAndTakesItBack() {
        var group = town.group(centre).places(5).stands();
        var family = town.family(centre).of(2).lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.TOGETHER));
        var token = tokenIn(letter("registration-confirmed").orElseThrow(), "annuler");
        var one = Set.of(answers.getFirst().registration());
        var strangers = one(town.family(centre).lives(), group).registration();

        assertThat(in(() -> links.cancellable(token))).hasSize(2);
        assertThat(in(() -> links.cancel(token, Set.of(strangers)))).as("another family's").isEmpty();
        assertThat(in(() -> links.cancel(token, one))).isPresent();
        assertThat(taken(group.session())).isEqualTo(2);
        assertThat(in(() -> links.undoCancel(token, one))).contains(UndoOutcome.RESTORED);
        assertThat(taken(group.session())).isEqualTo(3);
    }

    @Test
    void aLinkOfAnotherCentreIsNotFound() {
        var group = town.group(centre).stands();
        one(town.family(centre).lives(), group);
        var token = tokenIn(letter("registration-confirmed").orElseThrow(), "annuler");
        centre = town.centre();

        assertThat(in(() -> links.cancellable(token))).isEmpty();
    }

    @Test
    void aLetterThatIsSentAgainGoesWhereTheFamilyIsReachedNow() {
        var family = town.family(centre).lives();
        one(family, town.group(centre).places(1).stands());
        var letter = in(() -> database.sql("SELECT id FROM outbox_letter WHERE centre_id = :centre").param("centre", centre.id())
                .query(UUID.class).single());
        database.sql("UPDATE outbox_letter SET state = 'SENT', due_at = NULL WHERE id = :id").param("id", letter).update();
        database.sql("UPDATE contact_point SET address = 'nouvelle@exemple.fr' WHERE household_id = :id AND kind = 'MAIL'")
                .param("id", family.id()).update();

        asStaff(Role.RECEPTION, () -> assertThat(posted.sendAgain(letter)).isEqualTo(SendAgain.ON_ITS_WAY));
        assertThat(database.sql("SELECT recipient FROM outbox_letter WHERE centre_id = :centre ORDER BY copy").param("centre", centre.id())
                .query(String.class).list()).last().isEqualTo("nouvelle@exemple.fr");

        database.sql("UPDATE outbox_letter SET state = 'FAILED', due_at = NULL WHERE id = :id").param("id", letter).update();
        database.sql("DELETE FROM contact_point WHERE household_id = :id").param("id", family.id()).update();
        asStaff(Role.RECEPTION, () -> assertThat(posted.sendAgain(letter)).isEqualTo(SendAgain.NO_ADDRESS));

        database.sql("UPDATE household SET forgotten_at = NOW(6) WHERE id = :id").param("id", family.id()).update();
        asStaff(Role.RECEPTION, () -> assertThat(posted.sendAgain(letter)).isEqualTo(SendAgain.NO_ADDRESS));
    }

    @Test
    void everyKindOfLetterHasAName() {
        assertThat(Arrays.stream(LetterKind.values()).map(LetterKind::kind)).allMatch(writer::writes);
    }

    private static String tokenIn(Letter letter, String page) {
        var found = Pattern.compile("/" + page + "/([A-Za-z0-9_-]+)").matcher(textOf(letter));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
