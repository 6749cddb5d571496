package fr.preau.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test that reads public pages as a browser does, from a real server on a free port: with its filters, its compression
 * and its error pages; the app behind the sign-in is not built and not served, and each page
 * is made anew. Otherwise like {@link PreauTest}; all such tests share one application.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"db-scheduler.enabled=false", "preau.mail.at-once=false", "preau.public-url=https://preau.example",
            "preau.page-copies=0s", "vaadin.production-mode=true"})
@Import(TestConfig.class)
public @interface PageTest {
}
