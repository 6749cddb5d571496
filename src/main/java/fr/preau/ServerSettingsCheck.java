package fr.preau;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;

/**
 * Refuses to start on a server without what only its operator can say. Without a secret of its own ({@code PREAU_SECRET}) one would be
 * made and kept in the database, beside what it seals; without its address ({@code PREAU_PUBLIC_URL}) every letter would lead to
 * {@code localhost}. Both are fit for a demonstration, not for real people.
 */
class ServerSettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        require(start, "preau.secret", "base.start.no-secret");
        require(start, "preau.public-url", "base.start.no-address");
    }

    private static void require(ApplicationEnvironmentPreparedEvent start, String setting, String words) {
        if (start.getEnvironment().getProperty(setting, "").isBlank()) {
            throw new MissingSettingException(setting, words);
        }
    }

    static final class MissingSettingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String words;

        MissingSettingException(String setting, String words) {
            super(setting + " is not set");
            this.words = words;
        }
    }

    /** Says it in one sentence, instead of a stack. */
    static final class Words extends AbstractFailureAnalyzer<MissingSettingException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, MissingSettingException cause) {
            var texts = ResourceBundle.getBundle("translations.base", Locale.FRENCH);
            return new FailureAnalysis(texts.getString(cause.words), texts.getString(cause.words + ".do"), cause);
        }
    }
}
