package fr.preau.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the bundles of all modules: a module adds its file and is heard. */
@Configuration(proxyBeanMethods = false)
class TextsConfig {

    private static final String FIRST_LANGUAGE = "_fr.properties";

    @Bean
    MessageSource messageSource() {
        var bundles = new WellSpaced();
        bundles.setBasenames(basenames());
        bundles.setDefaultEncoding("UTF-8");
        bundles.setDefaultLocale(Locale.FRENCH);
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        return bundles;
    }

    /** Each sentence is spaced once, when it is read: what is made of it is kept by Spring. */
    private static class WellSpaced extends ResourceBundleMessageSource {

        @Override
        protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
            String sentence = super.getStringOrNull(bundle, key);
            boolean french = bundle.getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
            return sentence == null || !french ? sentence : FrenchSpaces.spaced(sentence);
        }
    }

    private static String[] basenames() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:translations/*" + FIRST_LANGUAGE);
            return Arrays.stream(found)
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .map(name -> "translations/" + name.substring(0, name.length() - FIRST_LANGUAGE.length()))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
