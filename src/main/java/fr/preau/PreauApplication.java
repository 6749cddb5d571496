package fr.preau;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.server.AppShellSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts Préau: the public pages at the root, the app below {@code /app}. Signing in is our own, so no user is made up at the start.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
@StyleSheet("context://styles.css")
@StyleSheet("context://assets/app.css")
public class PreauApplication implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "/assets/logo.svg", "any");
    }

    /** On a server; {@code LocalPreau} starts the demonstration. */
    public static void main(String[] args) {
        var application = new SpringApplication(PreauApplication.class);
        application.addListeners(new SecretCheck());
        application.run(args);
    }
}
