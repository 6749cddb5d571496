package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoProgrammeTest {

    static List<DemoCentre> theOthers() {
        return DemoCentre.ALL.stream().filter(centre -> centre != DemoCentre.BELENCONTRE).toList();
    }

    @Test
    void theCentresAreTheSevenOfTheProgrammeAndTheFirstOffersWhatItIsKnownFor() {
        assertThat(DemoCentre.ALL).extracting(DemoCentre::slug).containsExactlyInAnyOrder("belencontre", "phalempins", "l-echo", "mjc-virolois",
                "lazare-garreau", "faubourg-de-bethune", "chemin-rouge");
        assertThat(DemoProgramme.of(DemoCentre.BELENCONTRE)).extracting(DemoActivity::title)
                .contains("Coup de pouce aux devoirs", "Num & Week", "Atelier cuisine du monde");
    }

    @ParameterizedTest
    @MethodSource("theOthers")
    void eachCentreHasAProgrammeOfItsOwn(DemoCentre centre) {
        var programme = DemoProgramme.of(centre);

        assertThat(programme).hasSizeBetween(7, 9).extracting(DemoActivity::title).doesNotHaveDuplicates();
        assertThat(programme).extracting(activity -> activity.about().category()).as("for many kinds of people").satisfies(kinds ->
                assertThat(Set.copyOf(kinds)).hasSizeGreaterThanOrEqualTo(6));
        theOthers().stream().filter(other -> other != centre).forEach(other -> assertThat(sameAtTheSameHour(centre, other))
                .as("the same at the same hour as %s", other.slug()).hasSizeLessThanOrEqualTo(2));
    }

    @ParameterizedTest
    @MethodSource("theOthers")
    void noRoomIsTakenTwiceAtTheSameHour(DemoCentre centre) {
        var taken = new HashSet<String>();
        for (var activity : DemoProgramme.of(centre)) {
            activity.days().forEach(day -> assertThat(taken.add(activity.about().place() + day + activity.starts())).as(activity.title()).isTrue());
        }
    }

    private static Set<List<Object>> sameAtTheSameHour(DemoCentre one, DemoCentre other) {
        var same = hours(one);
        same.retainAll(hours(other));
        return same;
    }

    private static Set<List<Object>> hours(DemoCentre centre) {
        return DemoProgramme.of(centre).stream().filter(DemoActivity::isWeekly)
                .map(activity -> List.<Object>of(activity.title(), activity.days(), activity.starts())).collect(Collectors.toCollection(HashSet::new));
    }
}
