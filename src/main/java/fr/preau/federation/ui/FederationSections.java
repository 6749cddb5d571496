package fr.preau.federation.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import fr.preau.base.ui.Section.Space;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of the navigation. */
@Configuration(proxyBeanMethods = false)
class FederationSections {

    @Bean
    Section overviewSection() {
        return new Section(Space.FEDERATION, "federation.section.centres", Picto.HOME.key(), FederationNavigation.OVERVIEW, OverviewView.class, 10);
    }

    @Bean
    Section healthSection() {
        return new Section(Space.FEDERATION, "federation.section.health", Picto.SETTINGS.key(), FederationNavigation.HEALTH, HealthView.class, 20);
    }

    @Bean
    Section journalSection() {
        return new Section(Space.FEDERATION, "federation.section.journal", Picto.HISTORY.key(), FederationNavigation.JOURNAL, JournalView.class, 30);
    }
}
