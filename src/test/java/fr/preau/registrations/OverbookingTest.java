package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.PublishingService;
import fr.preau.base.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is let in beyond the places comes in beside them: no turn in the list is later for it. */
class OverbookingTest extends BeyondThePlaces {

    @Autowired
    private PublishingService publishing;

    @Test
    void aPlaceForWhichALargerPartyWaitsIsNotTakenByWhoeverComesBeyondThePlaces() {
        group = town.group(centre).places(3).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        one(town.family(centre).lives(), group);
        var party = party(2);

        beyond();
        assertThat(places()).as("three people, one of them beside a place that is kept for the list").containsExactly(3, 1);
        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(party).extracting(this::stateOf).containsOnly(OFFERED);
        assertThat(places()).containsExactly(4, 1);
    }

    @Test
    void aPlaceThatBecomesFreeIsForTheListAndNotForWhoeverCameBeyondThePlaces() {
        group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        beyond();

        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(stateOf(waits)).isEqualTo(OFFERED);
        assertThat(places()).containsExactly(2, 1);
    }

    @Test
    void thePlaceBesideThePlacesGoesWithWhoeverHadIt() {
        group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var waits = one(town.family(centre).lives(), group).registration();
        var late = town.family(centre).lives();
        var extra = beyond(late);

        as(late, () -> registrations.cancel(Set.of(extra)));

        assertThat(stateOf(waits)).isEqualTo(WAITING);
        assertThat(places()).containsExactly(1, 0);
    }

    @Test
    void whatTheListWaitedForIsForThoseBeyondThePlacesOnceNobodyWaits() {
        group = town.group(centre).places(3).stands();
        one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);
        var pair = town.family(centre).of(2).lives();
        var party = party(pair);
        beyond();

        as(pair, () -> registrations.cancel(Set.copyOf(party)));

        assertThat(places()).containsExactly(3, 0);
        assertThat(one(town.family(centre).lives(), group).waits()).isEqualTo(WaitReason.FULL);
    }

    @Test
    void soItIsWhenTheLastOfTheListHasItsOffer() {
        group = town.group(centre).places(4).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);
        var party = party(2);
        beyond();
        beyond();
        assertThat(places()).containsExactly(5, 2);

        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(party).extracting(this::stateOf).containsOnly(OFFERED);
        assertThat(places()).containsExactly(6, 2);
        offer(6);
        assertThat(places()).as("nobody waits, and there is a place for each").containsExactly(6, 0);
    }

    @Test
    void inASeriesThePlacesOfEachDateAreTheLists() {
        group = town.group(centre).series(2).places(1).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        beyond();

        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(stateOf(waits)).isEqualTo(OFFERED);
        assertThat(group.sessions().stream().map(this::taken)).containsExactly(2, 2);
    }

    @Test
    void aPauseDoesNotGiveThePlaceThatBecameFreeInItToWhoeverIsBeyond() {
        group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        beyond();
        asStaff(Role.ANIMATOR, () -> publishing.suspend(group.activity(), "Travaux"));
        as(holder, () -> registrations.cancel(Set.of(had)));
        assertThat(stateOf(waits)).isEqualTo(WAITING);

        asStaff(Role.ANIMATOR, () -> publishing.publish(group.activity()));

        assertThat(stateOf(waits)).isEqualTo(OFFERED);
    }

    @Test
    void whoSaysYesBeyondThePlacesTakesNoTurnEither() {
        group = town.group(centre).byApproval().places(3).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var second = one(town.family(centre).lives(), group).registration();
        var party = party(2);
        var asked = one(town.family(centre).lives(), group).registration();
        asStaff(Role.RECEPTION, () -> approvals.accept(Set.of(had, second, party.getFirst())));
        assertThat(party).extracting(this::stateOf).containsOnly(WAITING);

        asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked), "Sa sœur vient"));
        assertThat(stateOf(asked)).isEqualTo(CONFIRMED);
        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(party).extracting(this::stateOf).containsOnly(OFFERED);
    }

    @Test
    void theForecastSaysThatThePlaceWouldBeOneBeyondThePlaces() {
        group = town.group(centre).places(2).stands();
        one(town.family(centre).lives(), group);
        party(2);
        var caller = town.family(centre).lives();

        var preview = asStaff(Role.RECEPTION, () -> desk.preview(caller.id(), group.id(), caller.persons(), Set.copyOf(group.sessions()),
                PartyRule.WHO_CAN, DeskTerms.ordinary().overbooking("Vient avec sa sœur")));

        assertThat(preview.forecasts()).singleElement().matches(Preview.Forecast::overbooked).matches(one -> one.rank() == 0);
    }
}
