package fr.preau.people;

import fr.preau.base.CurrentCentre;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What tests of this module share: a centre on a day of 2026, and its families’ files. */
@PreauTest
abstract class PeopleTest {

    @Autowired
    HouseholdService households;
    @Autowired
    FamilyService family;
    @Autowired
    TestCentres centres;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcTemplate jdbc;

    CentreRecord here;

    @BeforeEach
    void aCentreOnADayOf2026() {
        here = centres.open();
        clock.set(Instant.parse("2026-11-22T10:00:00Z"));
    }

    @AfterEach
    void theRealHour() {
        clock.reset();
    }

    <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
