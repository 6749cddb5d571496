package fr.preau.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test on the whole application with the real database, empty at the beginning of the class, a {@link TestClock} and
 * nobody signed in. No job runs by itself, no letter leaves by itself. All such tests share one application.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"db-scheduler.enabled=false", "preau.mail.at-once=false", "preau.mail.pace=1000"})
@Import(TestConfig.class)
public @interface PreauTest {
}
