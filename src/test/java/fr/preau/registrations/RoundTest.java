package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CLOSED;
import static fr.preau.registrations.RegistrationState.COMPLETED;
import static fr.preau.registrations.RegistrationState.EXPIRED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens because time goes by: the round ends offers, held places and lists, and asks the next. */
class RoundTest extends FullGroup {

    @Test
    void whenTheFullSessionOfASeriesHasBegunTheHeadOfTheListHasWhatIsFreeInTheOthers() {
        var series = seriesWithItsFirstSessionFull();
        var waits = one(head, series).registration();
        var behind = one(town.family(centre).lives(), series).registration();

        round.go();
        assertThat(List.of(stateOf(waits), stateOf(behind))).as("the full session is still to come").containsExactly(WAITING, WAITING);

        clock.set(FIRST_BEGINS.plusSeconds(60));
        round.go();
        round.go();

        assertThat(List.of(stateOf(waits), stateOf(behind))).containsExactly(OFFERED, WAITING);
        assertThat(letters("place-offered")).isEqualTo(1);
        assertThat(series.sessions().stream().map(this::taken)).containsExactly(1, 2, 2);
        var newcomer = one(town.family(centre).lives(), series);
        assertThat(newcomer.rank()).as("behind who waited before").isEqualTo(2);
        countersAreTrue(series);
    }

    @Test
    void theFreePlacesOfASeriesStayForItsFirstPartyAsLongAsThatDoesNotFit() {
        var series = seriesWithItsFirstSessionFull();
        var two = town.family(centre).of(2).lives();
        var party = answers(register(two, series, two.persons(), PartyRule.TOGETHER));
        var single = one(town.family(centre).lives(), series).registration();
        clock.set(FIRST_BEGINS.plusSeconds(60));

        round.go();
        assertThat(party).allSatisfy(member -> assertThat(stateOf(member.registration())).isEqualTo(WAITING));
        assertThat(stateOf(single)).as("no overtaking").isEqualTo(WAITING);
        assertThat(one(town.family(centre).lives(), series).waits()).isEqualTo(WaitReason.OTHERS_FIRST);

        as(two, () -> registrations.cancel(Set.of(party.getFirst().registration())));
        assertThat(List.of(stateOf(party.getLast().registration()), stateOf(single))).containsExactly(OFFERED, WAITING);
        countersAreTrue(series);
    }

    @Test
    void inAPauseTheFullSessionOfASeriesMayBeginAndNobodyIsAsked() {
        var series = seriesWithItsFirstSessionFull();
        var waits = one(head, series).registration();
        asStaff(Role.ANIMATOR, () -> publishing.suspend(series.activity(), "Travaux"));
        clock.set(FIRST_BEGINS.plusSeconds(60));

        round.go();

        assertThat(stateOf(waits)).isEqualTo(WAITING);
        assertThat(letters("place-offered")).isZero();
    }

    @Test
    void afterTheLastSessionWhoCameHasCompletedAndTheListIsClosed() {
        clock.pass(Duration.ofDays(16));
        avoidTheRestlessHour();

        round.go();

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsExactly(COMPLETED, CLOSED, CLOSED);
        assertThat(letters("list-closed")).isEqualTo(2);
    }

    /** A session's hour may be changed where no service sees it; the deadline then still lies beyond. */
    @Test
    void whoseOfferOrHeldPlaceEndsWithTheSessionHearsOfIt() {
        var full = town.group(centre).places(2).startingAt(FIRST_BEGINS).stands();
        var seat = one(holder, full).registration();
        var missing = town.family(centre).lives();
        var held = hold(full, missing, Duration.ofDays(9));
        var silent = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var unheard = hold(town.group(centre).startingAt(FIRST_BEGINS).stands(), silent, Duration.ofDays(9));
        var offered = one(town.family(centre).lives(), full).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        database.sql("UPDATE place_offer SET deadline = :late WHERE id = :id").param("late", Town.utc(FIRST_BEGINS.plus(Duration.ofDays(9))))
                .param("id", openOffer(offered)).update();
        database.sql("UPDATE registration SET held_until = :late WHERE id IN (:ids)").param("late", Town.utc(FIRST_BEGINS.plus(Duration.ofDays(9))))
                .param("ids", List.of(held, unheard)).update();
        clock.set(FIRST_BEGINS.plusSeconds(60));

        round.go();

        assertThat(List.of(stateOf(offered), stateOf(held), stateOf(unheard))).containsOnly(EXPIRED);
        assertThat(letter("offer-expired")).isPresent();
        assertThat(textOf(letterTo(missing, "hold-expired"))).contains("n’est plus gardée");
        assertThat(openCalls(silent)).containsExactly("HOLD_EXPIRED");
    }

    private UUID hold(Group in, Family family, Duration time) {
        return answers(asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions(UUID.randomUUID().toString(), in.id(), family.id(),
                family.persons(), Set.copyOf(in.sessions()), PartyRule.WHO_CAN).by(Channel.DESK),
                DeskTerms.ordinary().holdingUntil(clock.instant().plus(time))))).getFirst().registration();
    }

    @Test
    void aHeldPlaceExpiresAtItsDeadlineAndGoesToTheList() {
        var full = town.group(centre).places(1).stands();
        var family = town.family(centre).lives();
        var held = hold(full, family, Duration.ofDays(3));
        var next = one(town.family(centre).lives(), full).registration();
        clock.pass(Duration.ofDays(4));
        avoidTheRestlessHour();

        round.go();

        assertThat(List.of(stateOf(held), stateOf(next))).containsExactly(EXPIRED, OFFERED);
        countersAreTrue(full);
    }

    @Test
    void betweenTwoAndThreeAtNightTheRoundRestsAndCatchesUpAfterwards() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        lettersLeave();
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        var night = deadline.atZone(centre.zone()).toLocalDate().plusDays(1).atTime(2, 30).atZone(centre.zone()).toInstant();
        clock.set(night);
        round.go();
        assertThat(stateOf(first)).isEqualTo(OFFERED);

        clock.set(night.plus(Duration.ofHours(1)));
        round.go();
        assertThat(stateOf(first)).isEqualTo(EXPIRED);
    }

    /** Three dates with two places, the first with one, which the holder has: whoever comes next waits for it. */
    private Group seriesWithItsFirstSessionFull() {
        var series = town.group(centre).series(3).places(2).startingAt(FIRST_BEGINS).stands();
        database.sql("UPDATE activity_session SET places = 1 WHERE id = :id").param("id", series.session()).update();
        one(holder, series);
        return series;
    }
}
