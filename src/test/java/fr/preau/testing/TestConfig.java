package fr.preau.testing;

import fr.preau.activities.ActivityService;
import fr.preau.activities.CatalogueService;
import fr.preau.centres.CentreService;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/** What tests put in the place of the world: a clock that they move, and few rounds for passwords; journeys hash as Préau does. */
@TestConfiguration(proxyBeanMethods = false)
class TestConfig {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new Pbkdf2PasswordEncoder("", 16, 100, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    @Bean
    TestCentres testCentres(CentreService centres) {
        return new TestCentres(centres);
    }

    @Bean
    TestActivities testActivities(ActivityService activities, CatalogueService catalogue,
                                  Clock clock) {
        return new TestActivities(activities, catalogue, clock);
    }
}
