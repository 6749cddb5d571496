package fr.preau.messaging.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where letters stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class MessagingSections {

    private static final int ORDER = 60;

    @Bean
    Section lettersSection() {
        return new Section(Section.Space.STAFF, "messaging.section", Picto.MAIL.key(), LettersNavigation.PATH, LettersView.class, ORDER);
    }
}
