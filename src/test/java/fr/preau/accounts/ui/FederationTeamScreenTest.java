package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.accounts.ui.MemberScreen.choose;
import static fr.preau.accounts.ui.MemberScreen.people;
import static fr.preau.accounts.ui.MemberScreen.press;
import static fr.preau.accounts.ui.MemberScreen.roles;
import static fr.preau.accounts.ui.MemberScreen.type;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.PasskeyDevice;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.team.FederationTeamService;
import fr.preau.accounts.team.Why;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.ui.ManyCards;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The federation's officers on the screens of its team. */
class FederationTeamScreenTest extends ScreenTest {

    private static final String RESET = "Remettre la deuxième clé à zéro";

    @Autowired
    private FederationTeamService team;
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
    private CentreRecord here;
    private UUID mehdi;

    @BeforeEach
    void oneOfficer() {
        TestDatabase.empty();
        here = centres.open();
        mehdi = officer("Mehdi Roussel");
        as(mehdi);
    }

    @Test
    void anOfficerInvitesASecondOneWhoGetsALetterOfTheFederation() {
        String mail = "claire" + Ids.next() + "@exemple.fr";
        open("federation/equipe");
        _click(_get(Button.class, spec -> spec.withText("Trouver cette personne")));
        open("federation/equipe/inviter");
        type("mail", "claire");
        type("name", "Claire Delattre");
        choose(Role.FEDERATION);
        press("Inviter");
        _assertOne(Span.class, spec -> spec.withText("Cette adresse n’est pas complète. Écrivez-la comme nom@exemple.fr."));
        assertThat(_get(Input.class, spec -> spec.withId("name")).getValue()).isEqualTo("Claire Delattre");
        type("mail", mail);
        press("Inviter");

        assertThat(people()).contains("Claire Delattre" + mail);
        _assertOne(Span.class, spec -> spec.withText("Invitation envoyée"));
        var claire = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(accounts.rolesOf(claire)).containsExactly(new Grant(Role.FEDERATION, null));
        assertThat(letterTo(claire)).isEqualTo("federation");
    }

    @Test
    void whoHasLostHerKeysGetsNewOnesFromAnotherOfficer() {
        var claire = officer("Claire Delattre");
        givePasskey(claire);
        passwords.give(claire, "un cheval bleu mange du quinoa");
        int round = accounts.find(claire).orElseThrow().round();
        open("federation/equipe/personne/" + claire);
        press(RESET);
        assertThat(passkeys.of(claire)).as("asked first").hasSize(1);
        press("Oui, remettre à zéro");
        assertThat(passkeys.of(claire)).isEmpty();
        assertThat(accounts.find(claire).orElseThrow().round()).as("what was open is over").isGreaterThan(round);
        assertThat(kinds(claire)).containsExactly("accounts.new_keys");
        assertThat(letters.write(SignInPost.Kind.NEW_KEYS, claire).orElseThrow().path()).isEqualTo("/connexion/mot-de-passe");
        assertThat(audit.of("account", claire)).extracting(AuditRecord::action, AuditRecord::reason)
                .contains(tuple("second-factor-forgotten", "KEYS_LOST"));

        press("Envoyer un nouveau message pour entrer");
        assertThat(kinds(claire)).containsExactly("accounts.new_keys", "accounts.new_keys");
    }

    @Test
    void whoHasNeverChosenAPasswordGetsTheInvitationAgain() {
        String mail = "claire" + Ids.next() + "@exemple.fr";
        team.invite(mail, "Claire", Role.TECHNICIAN);
        var claire = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        open("federation/equipe/personne/" + claire);
        press("Envoyer un nouveau message pour entrer");
        assertThat(kinds(claire)).containsExactly("accounts.invitation", "accounts.invitation");
    }

    @Test
    void theOnlyOneIsWarnedUntilAnotherHasComeIn() {
        open("federation");
        assertThat(warned()).isTrue();
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("/app/federation/equipe/inviter");
        var claire = accounts.withMail(new EmailAddress("claire" + Ids.next() + "@exemple.fr"), "Claire").id();
        accounts.grant(claire, Role.FEDERATION, null);
        open("federation/equipe");
        assertThat(warned()).as("she has not come in yet").isTrue();
        accounts.signedIn(claire);
        UUID technician = officerOf(Role.TECHNICIAN, "Agnès");
        open("federation");
        assertThat(warned()).isFalse();
        accounts.disable(claire, "LEFT");
        open("federation/equipe");
        assertThat(warned()).as("a technician helps nobody: " + technician).isTrue();
    }

    @Test
    void herOwnAccountIsAnothersToChange() {
        open("federation/equipe/personne/" + mehdi);
        _assertOne(Paragraph.class, spec -> spec.withText("C’est votre propre compte. Une autre personne de l’équipe peut le changer."));
        _assertNone(Button.class, spec -> spec.withText(RESET));
    }

    @Test
    void aRoleIsTakenAwayAndAnAccountShutAndOpenedAgain() {
        var claire = officer("Claire Delattre");
        open("federation/equipe/personne/" + claire);
        _setValue(roles(), Set.of(Role.TECHNICIAN));
        press("Enregistrer les rôles");
        assertThat(accounts.rolesOf(claire)).containsExactly(new Grant(Role.TECHNICIAN, null));
        choose(Why.LEFT);
        press("Fermer ce compte");
        press("Oui, fermer");
        assertThat(accounts.find(claire).orElseThrow().disabled()).isTrue();
        choose(Why.BACK);
        press("Rouvrir ce compte");
        assertThat(accounts.find(claire).orElseThrow().disabled()).isFalse();
        _setValue(roles(), Set.of());
        press("Enregistrer les rôles");
        press("Oui, retirer");
        assertThat(people()).noneMatch(line -> line.startsWith("Claire"));
    }

    @Test
    void theOnlyDirectorOfACentreIsHelpedFromItsSheet() {
        var helene = account("Hélène Marchand");
        accounts.grant(helene, Role.DIRECTOR, here.id());
        givePasskey(helene);
        open("federation/centres/" + here.slug());
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("/app/federation/equipe/personne/" + helene);
        open("federation/equipe/personne/" + helene);
        assertThat(_find(Span.class)).extracting(Span::getText).contains(here.name());
        _assertNone(ManyCards.class);
        press(RESET);
        press("Oui, remettre à zéro");
        assertThat(passkeys.of(helene)).isEmpty();
        assertThat(accounts.rolesOf(helene)).containsExactly(new Grant(Role.DIRECTOR, here.id()));
    }

    @Test
    void whoWorksInTwoCentresIsFoundByTheWholeAddressAndNoFamilyIs() {
        var there = centres.open();
        var samia = account("Samia Ferhat");
        accounts.grant(samia, Role.RECEPTION, here.id());
        accounts.grant(samia, Role.ANIMATOR, there.id());
        var family = account("Amina Benali");
        open("federation/equipe");
        type("lost-mail", mailOf(family));
        press("Trouver cette personne");
        _assertOne(Span.class, spec -> spec.withText(spaced("Personne ne travaille ici avec cette adresse. Vérifiez-la : il faut l’adresse entière.")));
        type("lost-mail", mailOf(samia).toUpperCase(Locale.ROOT));
        press("Trouver cette personne");
        _assertOne(H1.class, spec -> spec.withText("Samia Ferhat"));
        assertThat(_find(Span.class)).extracting(Span::getText).contains(here.name(), there.name());
        assertThatThrownBy(() -> open("federation/equipe/personne/" + family)).hasStackTraceContaining(NotFoundException.class.getName());
        assertThatThrownBy(() -> open("federation/equipe/personne/qui")).hasStackTraceContaining(NotFoundException.class.getName());
    }

    @Test
    void nobodyElseHelpsHere() {
        var claire = officer("Claire Delattre");
        for (var role : List.of(Role.TECHNICIAN, Role.DIRECTOR, Role.RECEPTION)) {
            SignIn.as(here.id(), role);
            for (var screen : List.of("federation/equipe", "federation/equipe/inviter", "federation/equipe/personne/" + claire)) {
                openInVain(screen);
            }
        }
    }

    private boolean warned() {
        return _find(Paragraph.class).stream().anyMatch(line -> line.getText().startsWith("Si vous perdez votre téléphone"));
    }

    private UUID officer(String name) {
        return officerOf(Role.FEDERATION, name);
    }

    /** Somebody who has come in before. */
    private UUID officerOf(Role role, String name) {
        var account = account(name);
        accounts.grant(account, role, null);
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
