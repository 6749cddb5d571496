package fr.preau.accounts.ui;

import fr.preau.base.Picto;
import fr.preau.base.ui.Section;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the team stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class AccountsSections {

    private static final int TEAM_ORDER = 90;

    /** After all that there is to do: whoever has another role too arrives there. */
    @Bean
    Section welcomeSection() {
        return new Section(Section.Space.STAFF, "accounts.welcome.section", Picto.HEART.key(), AccountNavigation.WELCOME, WelcomeView.class, 95);
    }

    @Bean
    Section federationTeamSection() {
        return new Section(Section.Space.FEDERATION, "accounts.team.section", Picto.KEY.key(), AccountNavigation.FEDERATION_TEAM, FederationTeamView.class, 15);
    }

    @Bean
    Section teamSection() {
        return new Section(Section.Space.STAFF, "accounts.team.section", Picto.KEY.key(), AccountNavigation.TEAM, TeamView.class, TEAM_ORDER);
    }
}
