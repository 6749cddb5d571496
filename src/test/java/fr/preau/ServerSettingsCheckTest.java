package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

/** A server has a secret of its own, and knows where people find it. */
class ServerSettingsCheckTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String ADDRESS = "https://preau.example";

    @Test
    void withoutASecretAServerDoesNotStartAndSaysSoInOneSentence() {
        var said = said("", ADDRESS);
        assertThat(said.getDescription()).contains("PREAU_SECRET").endsWith(".");
        assertThat(said.getAction()).contains("openssl rand -hex 32");
    }

    @Test
    void withoutItsAddressAServerDoesNotStartSinceItsLettersWouldLeadNowhere() {
        for (String nothing : List.of("", " ")) {
            var said = said(SECRET, nothing);
            assertThat(said.getDescription()).contains("PREAU_PUBLIC_URL").endsWith(".");
            assertThat(said.getAction()).contains("PREAU_PUBLIC_URL=https://");
        }
    }

    @Test
    void withBothItStarts() {
        assertThatCode(() -> start(settings(SECRET, ADDRESS))).doesNotThrowAnyException();
    }

    @Test
    void withTheDemonstrationsOpenDoorItDoesNotStart() {
        for (String yes : List.of("true", "TRUE", "1", "yes", "on")) {
            var said = said(settings(SECRET, ADDRESS).withProperty("preau.demo", yes));
            assertThat(said.getDescription()).contains("PREAU_DEMO").endsWith(".");
            assertThat(said.getAction()).contains("Enlevez PREAU_DEMO", "./preau run");
        }
        assertThatCode(() -> start(settings(SECRET, ADDRESS).withProperty("preau.demo", "false"))).doesNotThrowAnyException();
    }

    private static FailureAnalysis said(String secret, String address) {
        return said(settings(secret, address));
    }

    private static FailureAnalysis said(MockEnvironment settings) {
        var refused = catchThrowable(() -> start(settings));
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, failure) -> { }).stream()
                .map(analyzer -> analyzer.analyze(refused)).filter(found -> found != null).findFirst().orElseThrow();
    }

    private static MockEnvironment settings(String secret, String address) {
        return new MockEnvironment().withProperty("preau.secret", secret).withProperty("preau.public-url", address);
    }

    private static void start(MockEnvironment settings) {
        new ServerSettingsCheck().onApplicationEvent(
                new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(), new SpringApplication(), new String[0], settings));
    }
}
