package fr.preau.registrations.ui.family;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a family's registrations stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class FamilySections {

    private static final int ORDER = 20;

    @Bean
    Section myRegistrationsSection() {
        return new Section(Section.Space.FAMILY, "registrations.family.section", Picto.TICKET.key(), RegisterNavigation.MINE, MyRegistrationsView.class, ORDER);
    }
}
