package fr.preau.activities.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.PublicWay;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where activities stand in the navigation: the staff's screens of them, and for families the page that all can read. */
@Configuration(proxyBeanMethods = false)
class ActivitiesSections {

    private static final int ORDER = 20;

    @Bean
    Section activitiesSection() {
        return new Section(Section.Space.STAFF, "activities.desk.section", Picto.CALENDAR.key(), ActivitiesNavigation.ACTIVITIES,
                ActivitiesView.class, ORDER);
    }

    @Bean
    PublicWay activitiesWay() {
        return new PublicWay("activities.desk.section", Picto.CALENDAR.key(), "activites");
    }
}
