package fr.preau.activities.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where activities stand in the staff's navigation. */
@Configuration(proxyBeanMethods = false)
class ActivitiesSections {

    private static final int ORDER = 20;

    @Bean
    Section activitiesSection() {
        return new Section(Section.Space.STAFF, "activities.desk.section", Picto.CALENDAR.key(), ActivitiesNavigation.ACTIVITIES,
                ActivitiesView.class, ORDER);
    }
}
