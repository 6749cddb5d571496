package fr.preau.accounts.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the team stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccountsSections {

    private static final int TEAM_ORDER = 90;

    @Bean
    Section teamSection() {
        return new Section(Section.Space.STAFF, "accounts.team.section", Picto.KEY.key(), AccountNavigation.TEAM, TeamView.class, TEAM_ORDER);
    }
}
