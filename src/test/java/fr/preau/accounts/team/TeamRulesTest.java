package fr.preau.accounts.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** A director looks after the team of her own centre. */
@PreauTest
class TeamRulesTest {

    @Autowired
    private TeamService team;
    @Autowired
    private AccountService accounts;
    @Autowired
    private SignInLetters letters;
    @Autowired
    private PasswordService passwords;
    @Autowired
    private SecondFactorService factors;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID director;

    @BeforeEach
    void aCentreAndItsDirector() {
        here = centres.open();
        director = account("Hélène Marchand");
        accounts.grant(director, Role.DIRECTOR, here.id());
        SignIn.as(director, Set.of(new Grant(Role.DIRECTOR, here.id())));
    }

    @Test
    void whoIsInvitedByTwoCentresGetsALetterOfEach() {
        String mail = "samia" + Ids.next() + "@exemple.fr";
        CurrentCentre.runIn(here.id(), () -> assertThat(team.invite(mail, "Samia", Role.RECEPTION)).isEmpty());
        var there = centres.open();
        var other = account("Une autre direction");
        accounts.grant(other, Role.DIRECTOR, there.id());
        SignIn.as(other, Set.of(new Grant(Role.DIRECTOR, there.id())));
        CurrentCentre.runIn(there.id(), () -> assertThat(team.invite(mail, "Samia", Role.ANIMATOR)).isEmpty());
        var account = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM federation_letter WHERE subject_id = ?", Integer.class, account.toString())).isEqualTo(2);
        assertThat(letters.write(SignInPost.Kind.INVITATION, account).orElseThrow().kind()).isEqualTo("invitation");
        passwords.give(account, "un cheval bleu mange du quinoa");
        factors.give(account, new byte[20]);
        assertThat(letters.write(SignInPost.Kind.INVITATION, account).orElseThrow().kind()).as("has a password").isEqualTo("another-centre");
    }

    @Test
    void whoIsInvitedHoldsTheRoleAndGetsOneLetter() {
        String mail = "samia" + Ids.next() + "@exemple.fr";
        assertThat(in(() -> team.invite(mail, "Samia Ferhat", Role.RECEPTION))).isEmpty();
        var account = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(accounts.rolesOf(account)).containsExactly(new Grant(Role.RECEPTION, here.id()));
        assertThat(jdbc.queryForList("SELECT kind FROM federation_letter WHERE subject_id = ?", String.class, account.toString()))
                .containsExactly("accounts.invitation");
        assertThat(audit.of("account", account)).extracting(AuditRecord::action).containsExactly("role-granted");
        assertThat(in(() -> team.invite(mail, "Samia", Role.ANIMATOR))).contains(TeamRefusal.ALREADY_IN_THE_TEAM);
    }

    @Test
    void aChangeOfRolesEndsTheSessionsOfThatPerson() {
        var samia = member("Samia", Role.RECEPTION);
        int round = accounts.find(samia).orElseThrow().round();
        assertThat(in(() -> team.changeRoles(samia, List.of(Role.RECEPTION, Role.ANIMATOR)))).isEmpty();
        assertThat(accounts.find(samia).orElseThrow().round()).as("a role more is there at the next click too").isGreaterThan(round);
        assertThat(in(() -> team.changeRoles(samia, List.of(Role.ANIMATOR, Role.VOLUNTEER)))).isEmpty();
        assertThat(accounts.rolesOf(samia)).containsExactlyInAnyOrder(new Grant(Role.ANIMATOR, here.id()), new Grant(Role.VOLUNTEER, here.id()));
        assertThat(audit.of("account", samia)).extracting(AuditRecord::action).contains("role-revoked");
    }

    @Test
    void aReasonToShutOpensNothingAndTheOtherWayRound() {
        var samia = member("Samia", Role.RECEPTION);
        assertThatThrownBy(() -> in(() -> team.shut(samia, Why.BACK))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> in(() -> team.open(samia, Why.LEFT))).isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.find(samia).orElseThrow().disabled()).isFalse();
    }

    @Test
    void aVolunteerNeedsNoPasswordAndGetsNoLetterAboutOne() {
        String mail = "yvette" + Ids.next() + "@exemple.fr";
        assertThat(in(() -> team.invite(mail, "Yvette", Role.VOLUNTEER))).isEmpty();
        var account = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(jdbc.queryForList("SELECT kind FROM federation_letter WHERE subject_id = ?", String.class, account.toString())).isEmpty();
        assertThat(accounts.isStaff(account)).isFalse();
    }

    @Test
    void whoHasLeftIsInvitedAgain() {
        String mail = "samia" + Ids.next() + "@exemple.fr";
        in(() -> team.invite(mail, "Samia", Role.RECEPTION));
        var account = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        in(() -> team.changeRoles(account, List.of()));
        assertThat(in(() -> team.invite(mail, "Samia", Role.ANIMATOR))).isEmpty();
        assertThat(accounts.rolesOf(account)).containsExactly(new Grant(Role.ANIMATOR, here.id()));
    }

    @Test
    void sheNeitherShutsNorWeakensHerself() {
        assertThat(in(() -> team.shut(director, Why.LEFT))).contains(TeamRefusal.NOT_YOURSELF);
        assertThat(in(() -> team.changeRoles(director, List.of(Role.ANIMATOR)))).contains(TeamRefusal.NOT_YOURSELF);
    }

    @Test
    void whoWorksElsewhereTooIsNotShutFromHere() {
        var other = centres.open();
        var samia = member("Samia", Role.RECEPTION);
        accounts.grant(samia, Role.ANIMATOR, other.id());
        assertThat(in(() -> team.shut(samia, Why.MISUSE))).contains(TeamRefusal.USED_ELSEWHERE);
        assertThat(in(() -> team.forgetSecondFactor(samia))).contains(TeamRefusal.USED_ELSEWHERE);
        in(() -> team.changeRoles(samia, List.of()));
        assertThat(accounts.rolesOf(samia)).as("the other centre's stays").containsExactly(new Grant(Role.ANIMATOR, other.id()));
    }

    @Test
    void whoseFamilyIsInAnotherCentreIsNeitherShutNorOpenedFromHere() {
        var samia = member("Samia", Role.RECEPTION);
        family(samia, here);
        assertThat(in(() -> team.shut(samia, Why.LEFT))).as("a family here is this director's to care for").isEmpty();
        assertThat(in(() -> team.open(samia, Why.BACK))).isEmpty();

        family(samia, centres.open());
        assertThat(in(() -> team.shut(samia, Why.LEFT))).contains(TeamRefusal.USED_ELSEWHERE);
        accounts.disable(samia, "MISUSE");
        assertThat(in(() -> team.open(samia, Why.BACK))).contains(TeamRefusal.USED_ELSEWHERE);
        assertThat(in(() -> team.changeRoles(samia, List.of()))).as("she leaves the team all the same").isEmpty();
    }

    @Test
    void thePeopleOfAnotherCentreAreNotFound() {
        var other = centres.open();
        var paul = account("Paul");
        accounts.grant(paul, Role.RECEPTION, other.id());
        assertThat(in(() -> team.find(paul))).isEmpty();
        assertThat(in(() -> team.shut(paul, Why.LEFT))).contains(TeamRefusal.NOT_IN_THE_TEAM);
        assertThat(in(() -> team.changeRoles(paul, List.of(Role.ANIMATOR)))).contains(TeamRefusal.NOT_IN_THE_TEAM);
        assertThat(in(() -> team.removePasskey(paul, Ids.next()))).contains(TeamRefusal.NOT_IN_THE_TEAM);
    }

    @Test
    void sheGivesNoRoleOfTheFederation() {
        var samia = member("Samia", Role.RECEPTION);
        for (Role role : List.of(Role.FEDERATION, Role.TECHNICIAN, Role.THE_HOUSE, Role.SIGNED_IN)) {
            assertThatThrownBy(() -> in(() -> team.changeRoles(samia, List.of(role)))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> in(() -> team.invite("a@exemple.fr", "A", role))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void receptionAndAnimatorsStayOutside() {
        for (Role role : List.of(Role.RECEPTION, Role.ANIMATOR, Role.VOLUNTEER)) {
            SignIn.as(here.id(), role);
            assertThatThrownBy(() -> in(() -> team.page(0, 10))).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theListIsPagedInTheDatabase() {
        for (int i = 0; i < 30; i++) {
            member("Membre %02d".formatted(i), Role.VOLUNTEER);
        }
        assertThat(in(() -> team.size())).isEqualTo(31);
        assertThat(in(() -> team.page(1, 25))).hasSize(6);
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }

    private void family(UUID account, CentreRecord centre) {
        String household = Ids.next().toString();
        jdbc.update("INSERT INTO household (id, centre_id, name, origin, created_at, version) VALUES (?, ?, 'Ferhat', 'RESIDENT', now(6), 0)",
                household, centre.id().toString());
        jdbc.update("INSERT INTO household_account (id, centre_id, household_id, account_id, linked_at, version) VALUES (?, ?, ?, ?, now(6), 0)",
                Ids.next().toString(), centre.id().toString(), household, account.toString());
    }

    private UUID member(String name, Role role) {
        var account = account(name);
        accounts.grant(account, role, here.id());
        return account;
    }

    private UUID account(String name) {
        return accounts.withMail(new EmailAddress("qui" + Ids.next() + "@exemple.fr"), name).id();
    }
}
