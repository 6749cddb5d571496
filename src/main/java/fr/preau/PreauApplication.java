package fr.preau;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts Préau: the public pages at the root, the app below {@code /app}. Signing in is our own, so no user is made up at the start.
 * Vaadin looks for screens where screens are, and not five times through all classes.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableVaadin({"fr.preau.base.ui", "fr.preau.accounts.ui", "fr.preau.people.ui", "fr.preau.messaging.ui", "fr.preau.activities.ui",
    "fr.preau.registrations.ui", "fr.preau.federation.ui"})
public class PreauApplication {

    private static final String LET_IN = "--preau.let-in=";

    /** On a server; {@code LocalPreau} starts the demonstration. With {@code --preau.let-in} it only opens the federation's door to somebody. */
    public static void main(String[] args) {
        var application = application();
        application.addListeners(new ServerSettingsCheck());
        boolean opensTheDoor = Arrays.stream(args).anyMatch(argument -> argument.startsWith(LET_IN));
        var started = application.run(opensTheDoor ? besideARunningOne(args) : args);
        if (opensTheDoor) {
            System.exit(SpringApplication.exit(started));
        }
    }

    /** Not started yet; it knows its components without looking for them. */
    public static SpringApplication application() {
        KnownComponents.tell();
        return new SpringApplication(PreauApplication.class);
    }

    /** Neither its port nor the sessions that it keeps. */
    private static String[] besideARunningOne(String[] args) {
        return Stream.concat(Arrays.stream(args), Stream.of("--server.port=0", "--server.address=127.0.0.1", "--server.servlet.session.persistent=false"))
                .toArray(String[]::new);
    }
}
