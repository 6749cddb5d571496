package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.mock.env.MockEnvironment;

/** A server has a secret of its own. */
class SecretCheckTest {

    @Test
    void withoutASecretAServerDoesNotStartAndSaysSoInOneSentence() {
        var refused = catchThrowable(() -> start(""));
        var said = SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, (type, name, failure) -> { }).stream()
                .map(analyzer -> analyzer.analyze(refused)).filter(found -> found != null).findFirst().orElseThrow();
        assertThat(said.getDescription()).contains("PREAU_SECRET").endsWith(".");
        assertThat(said.getAction()).contains("openssl rand -hex 32");
    }

    @Test
    void withOneItStarts() {
        assertThatCode(() -> start("0123456789abcdef0123456789abcdef")).doesNotThrowAnyException();
    }

    private static void start(String secret) {
        new SecretCheck().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(new DefaultBootstrapContext(), new SpringApplication(),
                new String[0], new MockEnvironment().withProperty("preau.secret", secret)));
    }
}
