package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.DECLINED;
import static fr.preau.registrations.RegistrationState.EXPIRED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactService;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** An offer of a place: the family answers, or its time ends, or the staff answers for who hears of nothing. */
class OfferTest extends FullGroup {

    @Autowired
    ContactService contacts;

    @Test
    void whenAnOfferIsDeclinedTheNextHasIt() {
        as(holder, () -> registrations.cancel(Set.of(had)));

        var outcome = as(head, () -> offers.decline(openOffer(first)));

        assertThat(outcome).isEqualTo(OfferOutcome.DECLINED);
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(DECLINED, OFFERED);
        assertThat(taken(group.session())).isEqualTo(1);
    }

    @Test
    void whenAnOfferIsAcceptedItIsConfirmedAndASecondClickSaysTheSame() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(first);

        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.ACCEPTED);
        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.ACCEPTED);
        assertThat(as(head, () -> offers.decline(offer))).isEqualTo(OfferOutcome.ACCEPTED);

        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(CONFIRMED, WAITING);
        assertThat(letters("registration-confirmed")).isEqualTo(2);
    }

    @Test
    void whenAnOfferExpiresTheNextHasItAndTheRoundMayComeTwice() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        lettersLeave();
        clock.set(as(head, () -> registrations.mine()).getFirst().deadline().plusSeconds(1));
        avoidTheRestlessHour();

        round.go();
        round.go();

        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(EXPIRED, OFFERED);
        assertThat(letters("offer-expired")).isEqualTo(1);
    }

    @Test
    void anOfferOfWhichNoLetterArrivesIsKeptAndReceptionCallsOnce() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        givenUp("%");
        avoidTheRestlessHour();

        round.go();
        round.go();

        assertThat(openCalls(head)).containsExactly("PLACE_OFFERED");
        assertThat(as(head, () -> registrations.mine()).getFirst().deadline()).as("the staff decides").isNull();
        clock.set(deadline.plusSeconds(1));
        avoidTheRestlessHour();
        round.go();
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(OFFERED, WAITING);
        asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(first), Channel.PHONE));
        assertThat(stateOf(first)).isEqualTo(CONFIRMED);
        assertThat(openCalls(head)).isEmpty();
    }

    @Test
    void aLetterThatIsGivenUpWhileTheRoundIsAwayKeepsTheOfferEvenPastItsDeadline() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        givenUp("%");
        clock.set(deadline.plusSeconds(1));
        avoidTheRestlessHour();

        round.go();

        assertThat(stateOf(first)).isEqualTo(OFFERED);
        assertThat(openCalls(head)).containsExactly("PLACE_OFFERED");
    }

    @Test
    void anOfferEndsAsEverWhenOneOfTwoAddressesTookItsLetter() {
        asStaff(Role.RECEPTION, () -> contacts.addContact(head.id(), null, ContactDetails.mail("deux@exemple.fr")));
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        assertThat(letters("place-offered")).isEqualTo(2);
        givenUp("%:0");
        lettersLeave();
        clock.set(deadline.plusSeconds(1));
        avoidTheRestlessHour();

        round.go();

        assertThat(stateOf(first)).isEqualTo(EXPIRED);
        assertThat(openCalls(head)).isEmpty();
    }

    /** The letters that offer a place, with keys like this. */
    private void givenUp(String keys) {
        database.sql("""
                UPDATE outbox_letter SET state = 'FAILED', failure = 'ADDRESS_REFUSED', due_at = NULL
                WHERE centre_id = :centre AND kind = 'registrations.place-offered' AND letter_key LIKE :keys""")
                .param("centre", centre.id()).param("keys", keys).update();
    }

    @Test
    void anAnswerAfterTheDeadlineIsTooLateEvenBeforeTheRoundHasCome() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(first);
        clock.set(as(head, () -> registrations.mine()).getFirst().deadline().plusSeconds(1));

        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.EXPIRED);
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(EXPIRED, OFFERED);
    }

    @Test
    void aFamilyThatNobodyCanWriteToIsCalledAndItsPlaceIsKeptUntilTheStaffDecides() {
        var full = town.group(centre).places(1).stands();
        var seat = one(holder, full).registration();
        var silent = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var waits = one(silent, full).registration();

        as(holder, () -> registrations.cancel(Set.of(seat)));
        clock.pass(Duration.ofDays(10));
        avoidTheRestlessHour();
        round.go();

        assertThat(stateOf(waits)).isEqualTo(OFFERED);
        assertThat(calls()).isEqualTo(1);
        asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(waits), Channel.PHONE));
        assertThat(stateOf(waits)).isEqualTo(CONFIRMED);
        assertThat(calls()).isZero();
    }

    @Test
    void aFamilyThatNobodyCanWriteToIsCalledWhenItsOfferHasEndedWithoutAnAnswer() {
        var given = town.group(centre).places(1).stands();
        var unheard = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var passed = offeredTo(unheard, given);
        var over = town.group(centre).places(1).startingAt(FIRST_BEGINS).stands();
        var late = town.family(centre).phoneOnly("03 20 00 11 33").lives();
        var missed = offeredTo(late, over);
        var said = town.family(centre).phoneOnly("03 20 00 11 44").lives();
        var unwanted = offeredTo(said, town.group(centre).places(1).stands());

        asStaff(Role.RECEPTION, () -> offers.giveUpFor(openOffer(passed), "Appelé lundi et mardi"));
        asStaff(Role.RECEPTION, () -> offers.declineFor(openOffer(unwanted), Channel.PHONE));
        clock.set(FIRST_BEGINS.plusSeconds(60));
        round.go();

        assertThat(List.of(stateOf(passed), stateOf(missed), stateOf(unwanted))).containsExactly(EXPIRED, EXPIRED, DECLINED);
        assertThat(openCalls(late)).containsOnly("OFFER_EXPIRED");
        assertThat(openCalls(unheard)).as("reception has just called in vain").isEmpty();
        assertThat(openCalls(said)).as("they said it themselves").isEmpty();
        assertThat(database.sql("SELECT COUNT(*) FROM call_task WHERE about = 'OFFER_EXPIRED' AND offer_id IS NOT NULL").query(Integer.class)
                .single())
                .as("there is nothing to answer any more").isZero();
        assertThat(letters("offer-expired")).isZero();
    }

    /** Somebody gives a place back for which this family waits. */
    private UUID offeredTo(Family family, Group in) {
        var gives = town.family(centre).lives();
        var seat = one(gives, in).registration();
        var waits = one(family, in).registration();
        as(gives, () -> registrations.cancel(Set.of(seat)));
        return waits;
    }

    @Test
    void aResidentAndAnotherFamilyCannotAnswerForSomebodyElse() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(first);

        assertThatThrownBy(() -> as(holder, () -> offers.accept(offer))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> as(holder, () -> offers.acceptFor(offer, Channel.PHONE))).isInstanceOf(AccessDeniedException.class);
    }

    private int calls() {
        return database.sql("SELECT COUNT(*) FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(Integer.class).single();
    }
}
