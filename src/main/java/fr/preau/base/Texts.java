package fr.preau.base;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words that people read, from {@code translations/<module>_<language>.properties}. */
@Component
public class Texts {

    /** The languages that all bundles exist in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH);

    private final MessageSource bundles;

    Texts(MessageSource bundles) {
        this.bundles = bundles;
    }

    /**
     * The sentence of this key in the reader's language.
     *
     * @throws NoSuchMessageException when no bundle has the key: a bug that tests find
     */
    public String say(String key, Object... facts) {
        return say(language(), key, facts);
    }

    /** The sentence of this key in the reader's language; nothing when no bundle has it: for keys that come from stored data. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(bundles.getMessage(key, null, null, language()));
    }

    /** The reader's language when we speak it, else French. */
    public Locale language() {
        var wished = LocaleContextHolder.getLocale();
        return LANGUAGES.stream().filter(ours -> ours.getLanguage().equals(wished.getLanguage())).findFirst().orElse(Locale.FRENCH);
    }

    /** A value as keys and addresses write it: small letters, and hyphens between its words. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence of this key in one language. */
    public String say(Locale language, String key, Object... facts) {
        return bundles.getMessage(key, facts, language);
    }

    /** The words for a refusal. */
    public String say(Refusal refusal) {
        return say(refusal.key(), refusal.facts().toArray());
    }
}
