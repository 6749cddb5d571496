package fr.preau.registrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * A test with a {@link Town}, switches at the lock and the queue, and a connection for each of many threads. All such tests,
 * of services and of screens, share one application.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(RegistrationsTest.TownConfig.class)
@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=60")
@interface InTown {
}
