package fr.preau.activities;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What tests of changes have in common: an animator of a centre, and what she changes. */
@PreauTest
@RecordApplicationEvents
abstract class ActivityChanges {

    @Autowired
    TestCentres centres;
    @Autowired
    TestActivities activities;
    @Autowired
    ActivityService service;
    @Autowired
    ScheduleService schedule;
    @Autowired
    PublishingService publishing;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    PlacesService places;
    @Autowired
    RetriedTransaction transaction;
    @Autowired
    TestClock clock;
    @Autowired
    ApplicationEvents events;
    CentreRecord here;

    @BeforeEach
    void anAnimator() {
        clock.reset();
        here = centres.open();
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    Dates nextWeek() {
        return Dates.once(LocalDate.ofInstant(clock.instant(), here.zone()).plusDays(7), LocalTime.of(9, 0), LocalTime.of(10, 0));
    }

    static SessionChange places(int number) {
        return new SessionChange(null, null, null, number);
    }

    void occupy(ActivitySheet sheet, int taken, int waiting) {
        CurrentCentre.in(here.id(), () -> {
            transaction.run(() -> {
                places.lock(List.of(group(sheet)));
                places.recordOccupancy(List.of(new Occupancy(session(sheet).id(), new Occupancy.People(taken, waiting, 0))));
            });
            return true;
        });
    }

    static UUID group(ActivitySheet sheet) {
        return sheet.groups().getFirst().id();
    }

    static SessionRecord session(ActivitySheet sheet) {
        return sheet.groups().getFirst().sessions().getFirst();
    }

    ActivitySheet fresh(ActivitySheet sheet) {
        return in(() -> catalogue.find(sheet.id())).orElseThrow();
    }

    <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
