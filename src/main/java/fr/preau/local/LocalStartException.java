package fr.preau.local;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import org.jspecify.annotations.Nullable;

/** Préau cannot start on this machine, for a reason that its user can understand and mend. */
public class LocalStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    LocalStartException(String reason, @Nullable Throwable cause, Object... facts) {
        super(text(reason, facts), cause);
        this.reason = reason;
    }

    LocalStartException(String reason, Object... facts) {
        this(reason, null, facts);
    }

    /** The key of the reason, for tests and for who reads the log. */
    public String reason() {
        return reason;
    }

    /** The reason behind a failure of the application, which asked for something that could not be started; null when there is none. */
    static @Nullable LocalStartException behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LocalStartException reason) {
                return reason;
            }
        }
        return null;
    }

    /** One of the texts of this package. They stand in a bundle of their own, because production does not ship them. */
    static String text(String key, Object... facts) {
        String pattern = ResourceBundle.getBundle("fr.preau.local.messages", Locale.FRENCH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
        Object[] words = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            words[i] = String.valueOf(facts[i]);
        }
        return new MessageFormat(pattern, Locale.FRENCH).format(words);
    }
}
