package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.accounts.ui.MemberScreen.choose;
import static fr.preau.accounts.ui.MemberScreen.people;
import static fr.preau.accounts.ui.MemberScreen.press;
import static fr.preau.accounts.ui.MemberScreen.roles;
import static fr.preau.accounts.ui.MemberScreen.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.NotFoundException;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.accounts.signin.PasskeyDevice;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.team.Why;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A director on the screens of her centre's team. */
class TeamScreenTest extends ScreenTest {

    @Autowired
    private AccountService accounts;
    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private PublicAddress address;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
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
    void sheInvitesSomebodyByMail() {
        String mail = "samia" + Ids.next() + "@exemple.fr";
        open(here.slug() + "/equipe/inviter");
        type("mail", "samia");
        type("name", "Samia Ferhat");
        choose(Role.RECEPTION);
        press("Inviter");
        _assertOne(Span.class, spec -> spec.withText("Cette adresse n’est pas complète. Écrivez-la comme nom@exemple.fr."));
        assertThat(_get(Input.class, spec -> spec.withId("name")).getValue()).isEqualTo("Samia Ferhat");
        type("mail", mail);
        press("Inviter");
        assertThat(people()).contains("Samia Ferhat" + mail);
        var account = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(accounts.rolesOf(account)).containsExactly(new Grant(Role.RECEPTION, here.id()));
        assertThat(toast()).contains("Samia Ferhat reçoit un message pour entrer");
    }

    @Test
    void sheReadsThatAVolunteerWasWrittenNothing() {
        open(here.slug() + "/equipe/inviter");
        type("mail", "nour" + Ids.next() + "@exemple.fr");
        type("name", "Nour Aziz");
        choose(Role.VOLUNTEER);
        press("Inviter");
        assertThat(toast()).contains("Nour Aziz est dans l’équipe. Aucun message n’est parti");
    }

    private static String toast() {
        return _get(Notification.class).getElement().getTextRecursively();
    }

    @Test
    void sheTakesALostPasskeyOfAColleagueAway() {
        var samia = account("Samia");
        accounts.grant(samia, Role.RECEPTION, here.id());
        SignIn.as(accounts.signedIn(samia).orElseThrow());
        var question = passkeys.askToAdd();
        assertThat(passkeys.add(question.step(), new PasskeyDevice(address.origin()).make(question), "Téléphone bleu")).isEmpty();
        SignIn.as(director, Set.of(new Grant(Role.DIRECTOR, here.id())));
        open(here.slug() + "/equipe/personne/" + samia);
        _assertOne(Span.class, spec -> spec.withText("Téléphone bleu"));
        press("Retirer");
        press("Oui, retirer");
        assertThat(passkeys.of(samia)).isEmpty();
        assertThat(audit.of("account", samia)).extracting(AuditRecord::action).contains("passkey-added", "passkey-removed");
    }

    @Test
    void sheChangesRoles() {
        var samia = member("Samia", Role.RECEPTION);
        open(here.slug() + "/equipe/personne/" + samia);
        _setValue(roles(), Set.of(Role.ANIMATOR, Role.VOLUNTEER));
        focused();
        press("Enregistrer les rôles");
        assertThat(focused()).as("what had the focus is gone").last().isInstanceOf(H1.class);
        assertThat(accounts.rolesOf(samia)).containsExactlyInAnyOrder(new Grant(Role.ANIMATOR, here.id()), new Grant(Role.VOLUNTEER, here.id()));
    }

    @Test
    void withoutARoleThePersonLeavesTheTeamAfterAQuestion() {
        var samia = member("Samia", Role.RECEPTION);
        open(here.slug() + "/equipe/personne/" + samia);
        _setValue(roles(), Set.of());
        press("Enregistrer les rôles");
        assertThat(accounts.rolesOf(samia)).isNotEmpty();
        press("Oui, retirer");
        assertThat(accounts.rolesOf(samia)).isEmpty();
        assertThat(people()).noneMatch(name -> name.startsWith("Samia"));
    }

    @Test
    void sheShutsAnAccountWithAReasonAndOpensItAgain() {
        var samia = member("Samia", Role.RECEPTION);
        open(here.slug() + "/equipe/personne/" + samia);
        press("Fermer ce compte");
        assertThat(accounts.find(samia).orElseThrow().disabled()).as("without a reason").isFalse();
        choose(Why.LEFT);
        press("Fermer ce compte");
        press("Oui, fermer");
        assertThat(accounts.find(samia).orElseThrow().disabled()).isTrue();
        choose(Why.BACK);
        press("Rouvrir ce compte");
        assertThat(accounts.find(samia).orElseThrow().disabled()).isFalse();
        assertThat(audit.of("account", samia)).extracting(AuditRecord::action, AuditRecord::reason)
                .contains(tuple("account-disabled", "LEFT"), tuple("account-enabled", "BACK"));
    }

    @Test
    void thePeopleOfAnotherCentreAreNotFound() {
        var other = centres.open();
        var paul = account("Paul");
        accounts.grant(paul, Role.RECEPTION, other.id());
        for (String who : List.of(paul.toString(), "personne")) {
            assertThatThrownBy(() -> open(here.slug() + "/equipe/personne/" + who)).hasStackTraceContaining(NotFoundException.class.getName());
        }
        openInVain(other.slug() + "/equipe");
        openInVain(other.slug() + "/equipe/inviter");
    }

    @Test
    void receptionAndAnimatorsStayOutside() {
        for (Role role : List.of(Role.RECEPTION, Role.ANIMATOR, Role.VOLUNTEER)) {
            SignIn.as(here.id(), role);
            openInVain(here.slug() + "/equipe");
        }
    }

    @Test
    void aLongListHasPages() {
        for (int i = 0; i < 30; i++) {
            member("Membre %02d".formatted(i), Role.VOLUNTEER);
        }
        open(here.slug() + "/equipe?page=2");
        assertThat(people()).hasSize(6);
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
