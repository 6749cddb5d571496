package fr.preau.registrations.ui.desk;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import fr.preau.base.ui.Section.Space;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of the navigation. */
@Configuration(proxyBeanMethods = false)
class DeskSections {

    @Bean
    Section todaySection() {
        return new Section(Space.STAFF, "registrations.section.today", Picto.CLOCK.key(), DeskNavigation.TODAY, TodayView.class, 10);
    }

    @Bean
    Section registrationsSection() {
        return new Section(Space.STAFF, "registrations.section.registrations", Picto.LIST.key(), DeskNavigation.LIST, RegistrationsView.class, 30);
    }
}
