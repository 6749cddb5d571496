package fr.preau;

import fr.preau.base.Demonstration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ApplicationListener;

/**
 * Refuses to start on a server with what is fit for a demonstration only, not for real people. With its open door ({@code PREAU_DEMO})
 * anybody would read every letter, those that let people in too. Without a secret of its own ({@code PREAU_SECRET}) one would be made and
 * kept in the database, beside what it seals; without its address ({@code PREAU_PUBLIC_URL}) every letter would lead to
 * {@code localhost}: what only the operator can say.
 */
class ServerSettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent start) {
        if (Demonstration.isOn(start.getEnvironment())) {
            throw new UnfitSettingException("The demonstration is on", "base.start.demonstration");
        }
        require(start, "preau.secret", "base.start.no-secret");
        require(start, "preau.public-url", "base.start.no-address");
    }

    private static void require(ApplicationEnvironmentPreparedEvent start, String setting, String words) {
        if (start.getEnvironment().getProperty(setting, "").isBlank()) {
            throw new UnfitSettingException(setting + " is not set", words);
        }
    }

    static final class UnfitSettingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String words;

        UnfitSettingException(String message, String words) {
            super(message);
            this.words = words;
        }
    }

    /** Says it in one sentence, instead of a stack. */
    static final class Words extends AbstractFailureAnalyzer<UnfitSettingException> {
        @Override
        protected FailureAnalysis analyze(Throwable root, UnfitSettingException cause) {
            var texts = ResourceBundle.getBundle("translations.base", Locale.FRENCH);
            return new FailureAnalysis(texts.getString(cause.words), texts.getString(cause.words + ".do"), cause);
        }
    }
}
