package fr.preau.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import fr.preau.base.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives the screens the same words as the pages and the messages. A missing key is an exception, in tests as in life. */
@Component
class TextsProvider implements I18NProvider {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    TextsProvider(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LANGUAGES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return texts.say(locale, key, params);
    }
}
