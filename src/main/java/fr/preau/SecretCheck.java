package fr.preau;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;

/**
 * Refuses to start on a server without a secret of its own ({@code PREAU_SECRET}). Else one would be made and kept in the
 * database, beside what it seals: fit for a demonstration, not for real people.
 */
class SecretCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        if (start.getEnvironment().getProperty("preau.secret", "").isBlank()) {
            throw new NoSecretException();
        }
    }

    static final class NoSecretException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSecretException() {
            super("preau.secret is not set");
        }
    }

    /** Says it in one sentence, instead of a stack. */
    static final class Words extends AbstractFailureAnalyzer<NoSecretException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, NoSecretException cause) {
            var texts = ResourceBundle.getBundle("translations.base", Locale.FRENCH);
            return new FailureAnalysis(texts.getString("base.start.no-secret"), texts.getString("base.start.no-secret.do"), cause);
        }
    }
}
