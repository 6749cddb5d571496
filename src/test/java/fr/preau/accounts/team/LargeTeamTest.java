package fr.preau.accounts.team;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Grant;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who matters in a team is found however large it is, and however late in the alphabet she stands. */
@PreauTest
class LargeTeamTest {

    private static final int MORE_THAN_A_PAGE = 105;

    @Autowired
    private DirectorService directors;
    @Autowired
    private FederationTeamService federation;
    @Autowired
    private AccountService accounts;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID me;

    @BeforeEach
    void anOfficer() {
        jdbc.update("DELETE FROM role_grant");
        here = centres.open();
        me = member("Anne", Role.FEDERATION, null);
        SignIn.as(me, Set.of(new Grant(Role.FEDERATION, null)));
    }

    @Test
    void aDirectorIsSeenBehindAHundredVolunteers() {
        crowd(Role.VOLUNTEER, here.id());
        var zoe = member("Zoé", Role.DIRECTOR, here.id());
        member("Yves", Role.DIRECTOR, centres.open().id());

        assertThat(directors.of(here.id())).singleElement().satisfies(one -> {
            assertThat(one.account()).isEqualTo(zoe);
            assertThat(one.roles()).containsExactly(Role.DIRECTOR);
            assertThat(one.me()).isFalse();
        });
    }

    @Test
    void anOfficerBehindAHundredTechniciansCanHelp() {
        crowd(Role.TECHNICIAN, null);
        var zoe = member("Zoé", Role.FEDERATION, null);
        assertThat(federation.amIAlone()).as("she has never come in").isTrue();

        accounts.signedIn(zoe);
        assertThat(federation.amIAlone()).isFalse();

        accounts.disable(zoe, "TEST");
        assertThat(federation.amIAlone()).as("she is shut out").isTrue();
    }

    @Test
    void whoDirectsACentreIsNoOfficer() {
        accounts.signedIn(member("Zoé", Role.DIRECTOR, here.id()));
        accounts.signedIn(me);

        assertThat(federation.amIAlone()).isTrue();
    }

    private void crowd(Role role, @Nullable UUID centre) {
        for (int i = 0; i < MORE_THAN_A_PAGE; i++) {
            member("Marie " + i, role, centre);
        }
    }

    private UUID member(String name, Role role, @Nullable UUID centre) {
        var account = accounts.withMail(new EmailAddress(Ids.next() + "@exemple.fr"), name).id();
        accounts.grant(account, role, centre);
        return account;
    }
}
