package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters say what is true for their reader: who else got a place, or whether anybody did, is not known to them. */
class LetterWordsTest extends RegistrationsTest {

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void whoWaitedBehindSomebodyWhoGotAPlaceReadsThatNoneBecameFreeForHer() {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var first = town.family(centre).lives();
        var offered = one(first, group).registration();
        var second = town.family(centre).lives();
        one(second, group);
        as(holder, () -> registrations.cancel(Set.of(seat)));
        as(first, () -> offers.accept(openOffer(offered)));
        clock.set(clock.instant().atZone(centre.zone()).plusDays(20).withHour(12).toInstant());
        round.go();

        assertThat(textOf(letterTo(second, "list-closed"))).contains("aucune place ne s’est libérée pour vous");
    }

    @Test
    void whoSaysNoReadsThatThePlaceIsNotKeptAnyMoreWhoeverGetsIt() {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var family = town.family(centre).lives();
        var offered = one(family, group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        as(family, () -> offers.decline(openOffer(offered)));

        assertThat(textOf(letter("offer-declined").orElseThrow())).contains("n’est plus gardée pour vous").doesNotContain("autre personne");
    }
}
