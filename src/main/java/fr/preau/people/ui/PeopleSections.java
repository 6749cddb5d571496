package fr.preau.people.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where families stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class PeopleSections {

    private static final int FAMILY_ORDER = 30;
    private static final int HOUSEHOLDS_ORDER = 40;

    @Bean
    Section familySection() {
        return new Section(Section.Space.FAMILY, "people.section.family", Picto.PEOPLE.key(), FamilyNavigation.FAMILY, FamilyView.class, FAMILY_ORDER);
    }

    @Bean
    Section householdsSection() {
        return new Section(Section.Space.STAFF, "people.section.households", Picto.PEOPLE.key(), FamilyNavigation.HOUSEHOLDS, HouseholdsView.class,
                HOUSEHOLDS_ORDER);
    }
}
