package fr.preau.accounts.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.PasskeyDevice;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** The federation's officers help each other, and those of the centres whom nobody else can help. */
@PreauTest
class FederationTeamRulesTest {

    @Autowired
    private FederationTeamService team;
    @Autowired
    private TeamService centreTeam;
    @Autowired
    private LetInService door;
    @Autowired
    private AccountService accounts;
    @Autowired
    private SignInLetters letters;
    @Autowired
    private PasswordService passwords;
    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private PublicAddress address;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private UUID mehdi;

    @BeforeEach
    void oneOfficer() {
        TestDatabase.empty();
        mehdi = officer("Mehdi Roussel");
        as(mehdi);
    }

    @Test
    void nobodyIsInvitedTwice() {
        String mail = "claire" + Ids.next() + "@exemple.fr";
        assertThat(team.invite(mail, "Claire Delattre", Role.FEDERATION)).isEmpty();
        assertThat(team.invite(mail, "Claire", Role.TECHNICIAN)).contains(TeamRefusal.ALREADY_IN_THE_TEAM);
    }

    @Test
    void aChangeOfRolesEndsTheSessionsAndTouchesNoCentre() {
        var claire = officer("Claire Delattre");
        var centre = centres.open().id();
        accounts.grant(claire, Role.DIRECTOR, centre);
        int round = accounts.find(claire).orElseThrow().round();
        assertThat(team.changeRoles(claire, List.of(Role.FEDERATION, Role.TECHNICIAN))).isEmpty();
        assertThat(accounts.find(claire).orElseThrow().round()).isGreaterThan(round);
        assertThat(team.changeRoles(claire, List.of())).isEmpty();
        assertThat(accounts.rolesOf(claire)).containsExactly(new Grant(Role.DIRECTOR, centre));
    }

    @Test
    void nobodyShutsOrWeakensHerself() {
        assertThat(team.shut(mehdi, Why.LEFT)).contains(TeamRefusal.NOT_YOURSELF);
        assertThat(team.changeRoles(mehdi, List.of())).contains(TeamRefusal.NOT_YOURSELF);
        assertThat(team.forgetSecondFactor(mehdi)).contains(TeamRefusal.NOT_YOURSELF);
    }

    @Test
    void twoOfficersWhoShutEachOtherInTheSameSecondLeaveOne() throws Exception {
        for (int round = 0; round < 4; round++) {
            TestDatabase.empty();
            var one = officer("Une");
            var other = officer("Autre");
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var outcomes = threads.invokeAll(Stream.of(List.of(one, other), List.of(other, one)).<Callable<Optional<TeamRefusal>>>map(pair -> () -> {
                    as(pair.getFirst());
                    start.await();
                    return team.shut(pair.getLast(), Why.MISUSE);
                }).toList());
                assertThat(Stream.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder(Optional.empty(), Optional.of(TeamRefusal.LAST_OFFICER));
            }
        }
    }

    @Test
    void aReasonToShutOpensNothingAndTheOtherWayRound() {
        var claire = officer("Claire Delattre");
        assertThatThrownBy(() -> team.shut(claire, Why.MISTAKE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> team.open(claire, Why.KEYS_LOST)).isInstanceOf(IllegalArgumentException.class);
        assertThat(accounts.find(claire).orElseThrow().disabled()).isFalse();
    }

    @Test
    void familiesAreNotFound() {
        var family = account("Amina Benali");
        assertThat(team.find(family)).isEmpty();
        assertThat(team.forgetSecondFactor(family)).contains(TeamRefusal.NOT_IN_THE_TEAM);
        assertThat(team.writeAgain(family)).contains(TeamRefusal.NOT_IN_THE_TEAM);
    }

    @Test
    void nobodyElseHelpsHere() {
        var claire = officer("Claire Delattre");
        var centre = centres.open().id();
        for (var role : List.of(Role.TECHNICIAN, Role.DIRECTOR, Role.RECEPTION)) {
            SignIn.as(centre, role);
            assertThatThrownBy(() -> team.page(0, 10)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> team.forgetSecondFactor(claire)).isInstanceOf(AccessDeniedException.class);
        }
        as(mehdi);
        assertThatThrownBy(() -> team.invite("a@exemple.fr", "A", Role.DIRECTOR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> centreTeam.size()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void fromTheServerTheLastOfficerComesInAgainAndTheFirstOne() {
        givePasskey(mehdi);
        passwords.give(mehdi, "un cheval bleu mange du quinoa");
        accounts.disable(mehdi, "MISTAKE");
        SignIn.out();
        door.letIn(new EmailAddress(mailOf(mehdi)));
        assertThat(accounts.find(mehdi).orElseThrow().disabled()).isFalse();
        assertThat(passkeys.of(mehdi)).isEmpty();
        assertThat(kinds(mehdi)).containsExactly("accounts.new_keys");
        assertThat(audit.of("account", mehdi)).extracting(AuditRecord::action).contains("officer-let-in");

        door.letIn(new EmailAddress("premiere@exemple.fr"));
        var first = accounts.findByMail(new EmailAddress("premiere@exemple.fr")).orElseThrow();
        assertThat(first.displayName()).isEqualTo("premiere");
        assertThat(accounts.rolesOf(first.id())).containsExactly(new Grant(Role.FEDERATION, null));
        assertThat(letterTo(first.id())).isEqualTo("federation");
    }

    /** Somebody who has come in before. */
    private UUID officer(String name) {
        var account = account(name);
        accounts.grant(account, Role.FEDERATION, null);
        accounts.signedIn(account);
        return account;
    }

    private UUID account(String name) {
        return accounts.withMail(new EmailAddress("qui" + Ids.next() + "@exemple.fr"), name).id();
    }

    private void as(UUID account) {
        SignIn.as(account, accounts.rolesOf(account));
    }

    private void givePasskey(UUID account) {
        SignIn.as(accounts.signedIn(account).orElseThrow());
        var question = passkeys.askToAdd();
        assertThat(passkeys.add(question.step(), new PasskeyDevice(address.origin()).make(question), "Téléphone bleu")).isEmpty();
        as(mehdi);
    }

    private String mailOf(UUID account) {
        return accounts.find(account).orElseThrow().mail().orElseThrow().value();
    }

    private String letterTo(UUID account) {
        return letters.write(SignInPost.Kind.INVITATION, account).orElseThrow().kind();
    }

    private List<String> kinds(UUID account) {
        return jdbc.queryForList("SELECT kind FROM federation_letter WHERE subject_id = ? ORDER BY id", String.class, account.toString());
    }
}
