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
        assertThatCode(() -> start(SECRET, ADDRESS)).doesNotThrowAnyException();
    }

    private static FailureAnalysis said(String secret, String address) {
        var refused = catchThrowable(() -> start(secret, address));
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, failure) -> { }).stream()
                .map(analyzer -> analyzer.analyze(refused)).filter(found -> found != null).findFirst().orElseThrow();
    }

    private static void start(String secret, String address) {
        new ServerSettingsCheck().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(), new SpringApplication(),
                new String[0], new MockEnvironment().withProperty("preau.secret", secret).withProperty("preau.public-url", address)));
    }
}
