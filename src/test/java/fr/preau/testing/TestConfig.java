package fr.preau.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What tests put in the place of the world: a clock that they move. */
@TestConfiguration(proxyBeanMethods = false)
class TestConfig {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    TestCentres testCentres(fr.preau.centres.CentreService centres) {
        return new TestCentres(centres);
    }

    @Bean
    TestActivities testActivities(fr.preau.activities.ActivityService activities, fr.preau.activities.CatalogueService catalogue,
                                  java.time.Clock clock) {
        return new TestActivities(activities, catalogue, clock);
    }
}
