package fr.preau.base.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** On a page as on a screen a missing key is an exception; Thymeleaf alone would show the key to people. */
@Configuration(proxyBeanMethods = false)
class StrictWordsConfig {

    @Bean
    static BeanPostProcessor strictWords(ObjectProvider<MessageSource> bundles) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof SpringTemplateEngine engine) {
                    engine.setTemplateEngineMessageSource(new Strict(bundles));
                }
                return bean;
            }
        };
    }

    /** Thymeleaf swallows {@link NoSuchMessageException}, and only that. */
    private record Strict(ObjectProvider<MessageSource> bundles) implements MessageSource {

        @Override
        public @Nullable String getMessage(String key, Object @Nullable [] facts, @Nullable String otherwise, @Nullable Locale language) {
            return bundles.getObject().getMessage(key, facts, otherwise, language);
        }

        @Override
        public String getMessage(String key, Object @Nullable [] facts, @Nullable Locale language) {
            try {
                return bundles.getObject().getMessage(key, facts, language);
            } catch (NoSuchMessageException e) {
                throw new IllegalStateException("No bundle has " + key, e);
            }
        }

        @Override
        public String getMessage(MessageSourceResolvable message, @Nullable Locale language) {
            return bundles.getObject().getMessage(message, language);
        }
    }
}
