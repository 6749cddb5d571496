package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.base.Role;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What screens say of somebody who came in beyond the places is what is so now; why she was let in stays in the history. */
class BeyondThePlacesNowTest extends BeyondThePlaces {

    @Autowired
    private AttendanceService attendance;

    @Test
    void whenPlacesAreAddedWhoeverCameFirstHasOneOfThem() {
        group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var first = beyond();
        var second = beyond();
        assertThat(isBeyond(first)).isTrue();

        offer(2);

        assertThat(isBeyond(first)).isFalse();
        assertThat(isBeyond(second)).isTrue();
        assertThat(onTheSheet()).isEqualTo(1);
        assertThat(reasons(first)).isEqualTo(REASON);
    }

    @Test
    void whenSomebodyLeavesWhoeverWasBeyondHasThePlace() {
        group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var extra = beyond();
        assertThat(onTheSheet()).isEqualTo(1);

        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(isBeyond(extra)).isFalse();
        assertThat(onTheSheet()).isZero();
        assertThat(reasons(extra)).isEqualTo(REASON);
    }

    @Test
    void inASeriesItIsSoOnceThereIsAPlaceInEachDate() {
        group = town.group(centre).series(2).places(1).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var extra = beyond();

        offer(2);
        assertThat(isBeyond(extra)).as("not on the second date").isTrue();
        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(isBeyond(extra)).isFalse();
    }

    @Test
    void whoHasLeftIsBeyondNothing() {
        group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var late = town.family(centre).lives();
        var extra = beyond(late);

        as(late, () -> registrations.cancel(Set.of(extra)));

        assertThat(isBeyond(extra)).isFalse();
    }

    @Test
    void whileAPlaceIsKeptForTheListThereAreNotMorePeopleThanPlaces() {
        group = town.group(centre).places(3).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        one(town.family(centre).lives(), group);
        party(2);
        beyond();
        assertThat(onTheSheet()).isZero();

        as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(onTheSheet()).isEqualTo(1);
    }

    private boolean isBeyond(UUID registration) {
        return asStaff(Role.RECEPTION, () -> desk.request(requestOf(registration))).stream().filter(one -> one.id().equals(registration))
                .findFirst().orElseThrow().overbooked();
    }

    private int onTheSheet() {
        return asStaff(Role.ANIMATOR, () -> attendance.sheet(group.session())).overbooked();
    }

    private String reasons(UUID registration) {
        return asStaff(Role.RECEPTION, () -> desk.history(requestOf(registration))).getFirst().reason();
    }

    private UUID requestOf(UUID registration) {
        return database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", registration).query(UUID.class).single();
    }
}
