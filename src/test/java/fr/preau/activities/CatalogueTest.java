package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

@PreauTest
class CatalogueTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private PlacesService places;
    @Autowired
    private RetriedTransaction transaction;
    @Autowired
    private Clock clock;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void anActivityIsFoundBySlugWithItsSessions() {
        activities.titled("L’Écho : cuisine & cœur").weekly(4).wholeSeries().in(here.id());
        var sheet = inside(() -> catalogue.shownSheet("l-echo-cuisine-coeur")).orElseThrow();
        assertThat(sheet.about().title()).isEqualTo("L’Écho : cuisine & cœur");
        assertThat(sheet.groups()).singleElement().satisfies(group -> {
            assertThat(group.sessions()).hasSize(4).allMatch(session -> session.places() == 12);
            assertThat(group.series()).isNotNull();
        });
        assertThat(sheet.availability()).isEqualTo(new Availability(Availability.Kind.FREE, 12, null));
        assertThat(sheet.groups().getFirst().sessions().getFirst().startsAt().atZone(here.zone()).getHour()).isEqualTo(14);
    }

    @Test
    void twoActivitiesOfOneTitleHaveTwoAddresses() {
        var one = activities.titled("Foot").in(here.id());
        var two = activities.titled("Foot").in(here.id());
        var elsewhere = activities.titled("Foot").in(centres.open().id());
        assertThat(List.of(one.slug(), two.slug(), elsewhere.slug())).containsExactly("foot", "foot-2", "foot");
    }

    @Test
    void anotherCentresActivityIsNotFound() {
        var theirs = activities.titled("Chez eux").in(centres.open().id());
        UUID group = theirs.groups().getFirst().id();
        UUID session = theirs.groups().getFirst().sessions().getFirst().id();
        inside(() -> {
            assertThat(catalogue.find(theirs.id())).isEmpty();
            assertThat(catalogue.shownSheet(theirs.slug())).isEmpty();
            assertThat(catalogue.session(session)).isEmpty();
            assertThat(catalogue.shown(CatalogueFilter.none(), 0, 1)).isEqualTo(new ActivityCards(List.of(), 0));
            assertThat(transaction.<List<LockedGroup>>call(() -> places.lock(List.of(group)))).isEmpty();
            assertThat(transaction.<List<LockedGroup>>call(() -> places.lockActivity(theirs.id()))).isEmpty();
            assertThatThrownBy(() -> transaction.run(() -> places.recordOccupancy(List.of(new Occupancy(session, new Occupancy.People(1, 0, 0)))))).isInstanceOf(RuntimeException.class);
            return true;
        });
    }

    @Test
    void placesAreNotLockedOutsideATransaction() {
        inside(() -> {
            assertThatThrownBy(() -> places.lock(List.of())).isInstanceOf(IllegalTransactionStateException.class);
            return true;
        });
    }

    @Test
    void aLockedGroupKnowsItsRulesAndItsSessionsByTime() {
        var sheet = activities.titled("Danse").weekly(3).wholeSeries().aged(6, 12).in(here.id());
        var locked = inside(() -> transaction.<List<LockedGroup>>call(() -> places.lock(List.of(sheet.groups().getFirst().id())))).getFirst();
        assertThat(locked.title()).isEqualTo("Danse");
        assertThat(locked.rules().minAge()).isEqualTo(6);
        assertThat(locked.status()).isEqualTo(ActivityStatus.PUBLISHED);
        assertThat(locked.sessions()).extracting(SessionPlaces::startsAt).isSorted().hasSize(3);
    }

    @Test
    void whatPeopleReadFollowsTheCounters() {
        var sheet = activities.titled("Yoga").places(3).in(here.id());
        occupy(sheet, 1, 0, 0);
        assertThat(availability(sheet)).isEqualTo(new Availability(Availability.Kind.FREE, 2, null));
        occupy(sheet, 3, 4, 0);
        assertThat(availability(sheet)).isEqualTo(new Availability(Availability.Kind.FULL, 4, null));
        occupy(sheet, 2, 4, 0);
        assertThat(availability(sheet)).as("a freed place belongs to those who wait").isEqualTo(new Availability(Availability.Kind.FULL, 4, null));
    }

    @Test
    void aSeriesIsFullWhenOneOfItsDatesIs() {
        var sheet = activities.titled("Chorale").weekly(3).wholeSeries().places(2).in(here.id());
        inside(() -> {
            transaction.run(() -> {
                places.lock(List.of(sheet.groups().getFirst().id()));
                places.recordOccupancy(List.of(new Occupancy(sheet.groups().getFirst().sessions().get(1).id(), new Occupancy.People(2, 0, 0))));
            });
            return true;
        });
        assertThat(availability(sheet).kind()).isEqualTo(Availability.Kind.FULL);
        var free = new CatalogueFilter(null, null, null, true, "");
        assertThat(inside(() -> catalogue.shown(free, 0, 1)).total()).isZero();
    }

    @Test
    void theListAndTheSheetSayTheSame() {
        activities.titled("Ouvre demain").opensAt(LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).plusDays(1)).in(here.id());
        activities.titled("Fermée").closesAt(LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).minusDays(1)).in(here.id());
        activities.titled("Libre").dropIn().in(here.id());
        activities.titled("Semaine").weekly(2).in(here.id());
        var cards = inside(() -> catalogue.shown(CatalogueFilter.none(), 0, 10)).cards();
        assertThat(cards).hasSize(4);
        for (var card : cards) {
            assertThat(card.availability()).as(card.title()).isEqualTo(inside(() -> catalogue.shownSheet(card.slug())).orElseThrow().availability());
        }
        assertThat(cards).extracting(card -> card.availability().kind()).contains(Availability.Kind.NOT_YET_OPEN, Availability.Kind.CLOSED,
                Availability.Kind.DROP_IN, Availability.Kind.FREE);
    }

    @Test
    void filtersNarrowTheList() {
        activities.titled("Éveil").aged(1, 3).in(here.id());
        activities.titled("Ados").aged(12, 17).in(here.id());
        activities.titled("Nés en 2016").bornIn(2015, 2017).in(here.id());
        activities.titled("Tous").withAdult().in(here.id());
        assertThat(titles(new CatalogueFilter(null, 14, null, false, ""))).containsExactlyInAnyOrder("Ados", "Tous");
        assertThat(titles(new CatalogueFilter(CatalogueFilter.AgeGroup.TEENS, null, null, false, ""))).contains("Ados", "Tous").doesNotContain("Éveil");
        assertThat(titles(new CatalogueFilter(CatalogueFilter.AgeGroup.FAMILIES, null, null, false, ""))).containsExactly("Tous");
        assertThat(titles(new CatalogueFilter(null, null, null, false, "EVEIL cuisine"))).containsExactly("Éveil");
        assertThat(titles(new CatalogueFilter(null, null, null, false, "%"))).hasSize(4);
        var day = clock.instant().atZone(ZoneId.of("Europe/Paris")).plusDays(10).getDayOfWeek();
        assertThat(titles(new CatalogueFilter(null, null, day, false, ""))).hasSize(4);
        assertThat(titles(new CatalogueFilter(null, null, day.plus(1), true, ""))).isEmpty();
    }

    private List<String> titles(CatalogueFilter filter) {
        var shown = inside(() -> catalogue.shown(filter, 0, 20));
        var found = shown.cards().stream().map(ActivityCard::title).toList();
        assertThat(shown.total()).isEqualTo(found.size());
        return found;
    }

    private Availability availability(ActivitySheet sheet) {
        return inside(() -> catalogue.shownSheet(sheet.slug())).orElseThrow().availability();
    }

    private void occupy(ActivitySheet sheet, int taken, int waiting, int overbooked) {
        var group = sheet.groups().getFirst();
        inside(() -> {
            transaction.run(() -> {
                places.lock(List.of(group.id()));
                places.recordOccupancy(List.of(new Occupancy(group.sessions().getFirst().id(), new Occupancy.People(taken, waiting, overbooked))));
            });
            return true;
        });
    }

    private <T> T inside(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
