package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.Grant;
import fr.preau.accounts.signin.AuthenticatorApp;
import fr.preau.accounts.signin.PasskeyDevice;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.SecretField;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Mon compte". */
class AccountScreenTest extends ScreenTest {

    private static final String PASSWORD = "un cheval bleu mange du quinoa";

    @Autowired
    private TestCentres centres;
    @Autowired
    private AccountService accounts;
    @Autowired
    private PasswordService passwords;
    @Autowired
    private SecondFactorService factors;
    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private Audit audit;
    @Autowired
    private PublicAddress address;
    @Autowired
    private TestClock clock;

    private final AuthenticatorApp app = AuthenticatorApp.withSomeSecret();
    private CentreRecord here;
    private UUID me;

    @AfterEach
    void now() {
        clock.reset();
    }

    @BeforeEach
    void somebody() {
        here = centres.open();
        me = accounts.withMail(new EmailAddress("qui" + Ids.next() + "@exemple.fr"), "amina").id();
    }

    @Test
    void aResidentSaysHowSheIsCalled() {
        SignIn.asResident(me);
        open(here.slug() + "/compte");
        _setValue(_get(Input.class, spec -> spec.withId("name")), " ");
        press("Enregistrer");
        _assertOne(Span.class, spec -> spec.withText("Écrivez votre prénom et votre nom."));
        _setValue(_get(Input.class, spec -> spec.withId("name")), "Amina Benali");
        press("Enregistrer");
        assertThat(accounts.find(me).orElseThrow().displayName()).isEqualTo("Amina Benali");
        assertThat(_get(Input.class, spec -> spec.withId("name")).getValue()).isEqualTo("Amina Benali");
        _assertOne(Span.class, spec -> spec.withText("Amina Benali"));
    }

    @Test
    void whoCameByACodeOfReceptionReadsWhatItOpensAndKeepsTheNameThatAllCentresRead() {
        SignIn.byCode(me, here.id());
        open(here.slug() + "/compte");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains(here.name(), "demandez un code à l’accueil de l’autre centre");
        _assertNone(Input.class, spec -> spec.withId("name"));
        _assertNone(Button.class, spec -> spec.withText("Enregistrer"));
    }

    @Test
    void whoseAddressItIsIsNotShownWhereACodeHasOpenedTheSession() {
        String mail = accounts.find(me).orElseThrow().mail().orElseThrow().value();
        SignIn.byCode(me, here.id());
        open(here.slug() + "/compte");
        _assertNone(Span.class, spec -> spec.withText(mail));
        SignIn.asResident(me);
        open(here.slug() + "/famille");
        open(here.slug() + "/compte");
        _assertOne(Span.class, spec -> spec.withText(mail));
    }

    @Test
    void aResidentHasNoPassword() {
        SignIn.asResident(me);
        open(here.slug() + "/compte");
        _assertNone(SecretField.class);
    }

    @Test
    void signingOutEverywhereAsksFirst() {
        SignIn.asResident(me);
        open(here.slug() + "/compte");
        int round = accounts.find(me).orElseThrow().round();
        press("Me déconnecter partout");
        assertThat(accounts.find(me).orElseThrow().round()).isEqualTo(round);
        press("Oui, partout");
        assertThat(accounts.find(me).orElseThrow().round()).isEqualTo(round + 1);
    }

    @Test
    void staffChangesItsPasswordWithTheErrorBesideTheField() {
        signInAsStaff();
        open(here.slug() + "/compte");
        secrets("pas le bon mot", "une girafe lit trois romans", "une girafe lit trois romans");
        assertThat(secret("password-now").getErrorMessage()).contains("Ce n’est pas votre mot de passe");
        secrets(PASSWORD, "court", "court");
        assertThat(secret("password-new").getErrorMessage()).contains(spaced("12 caractères"));
        assertThat(secret("password-now").isInvalid()).isFalse();
        secrets(PASSWORD, "une girafe lit trois romans", "une girafe");
        assertThat(secret("password-again").isInvalid()).isTrue();
        secrets(PASSWORD, "une girafe lit trois romans", "une girafe lit trois romans");
        assertThat(accounts.find(me).orElseThrow().round()).isPositive();
    }

    @Test
    void staffMakesNewCodesOnPaperWithTheApp() {
        signInAsStaff();
        open(here.slug() + "/compte");
        _assertOne(Paragraph.class, spec -> spec.withText("Vous n’avez plus de code de secours."));
        _setValue(_get(Input.class, spec -> spec.withId("code")), "000000");
        press("Faire de nouveaux codes de secours");
        assertThat(_get(Input.class, spec -> spec.withId("code")).getElement().getAttribute("aria-invalid")).isEqualTo("true");
        _setValue(_get(Input.class, spec -> spec.withId("code")), app.shows(clock.instant()));
        press("Faire de nouveaux codes de secours");
        _assertOne(Paragraph.class, spec -> spec.withText("Il vous reste 10 codes de secours."));
        assertThat(_find(ListItem.class)).filteredOn(item -> item.getText().matches("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}")).hasSize(10);
    }

    @Test
    void whoseCodeMakesNoNewCodesReadsWhy() {
        signInAsStaff();
        clock.stop();
        open(here.slug() + "/compte");
        newCodes("000000");
        _assertOne(Span.class, spec -> spec.withText("Ce code n’est pas le bon. Attendez le prochain code de votre application et essayez encore."));
        newCodes(app.shows(clock.instant()));
        newCodes(app.shows(clock.instant()));
        _assertOne(Span.class, spec -> spec.withText("Ce code a déjà servi. Attendez le prochain, il vient en moins de trente secondes."));
        for (int i = 0; i < 8; i++) {
            newCodes("000000");
        }
        newCodes("000000");
        _assertOne(Span.class, spec -> spec.withText("C’est beaucoup d’essais en peu de temps. Attendez dix minutes, ou demandez à l’accueil."));
    }

    @Test
    void newCodesStandInTheJournalAndCostNoTry() {
        signInAsStaff();
        clock.stop();
        open(here.slug() + "/compte");
        for (int i = 0; i < 12; i++) {
            newCodes(app.shows(clock.instant()));
            _assertOne(Paragraph.class, spec -> spec.withText("Il vous reste 10 codes de secours."));
            clock.pass(Duration.ofSeconds(30));
        }
        newCodes("000000");
        assertThat(audit.of("account", me)).filteredOn(line -> line.action().equals("recovery-codes-made")).hasSize(12);
    }

    private void newCodes(String code) {
        _setValue(_get(Input.class, spec -> spec.withId("code")), code);
        press("Faire de nouveaux codes de secours");
    }

    @Test
    void staffSeesAndTakesAwayItsPasskeysAfterAQuestion() {
        signInAsStaff();
        SignIn.as(accounts.signedIn(me).orElseThrow());
        open(here.slug() + "/compte");
        _assertOne(Paragraph.class, spec -> spec.withText("Vous n’avez pas encore de clé d’accès."));
        press("Ajouter une clé d’accès");
        _assertOne(Span.class, spec -> spec.withText("Donnez un nom à cette clé."));
        addPasskey("Mon téléphone");
        open(here.slug() + "/famille");
        open(here.slug() + "/compte");
        press("Retirer");
        assertThat(passkeys.mine()).hasSize(1);
        press("Oui, retirer");
        assertThat(passkeys.mine()).isEmpty();
        _assertOne(Paragraph.class, spec -> spec.withText("Vous n’avez pas encore de clé d’accès."));
    }

    @Test
    void whoSignedInLongAgoComesInAgainBeforeChangingPasskeys() {
        signInAsStaff();
        SignIn.as(accounts.signedIn(me).orElseThrow());
        addPasskey("Mon téléphone");
        clock.pass(Duration.ofMinutes(11));
        open(here.slug() + "/compte");
        _assertNone(Button.class, spec -> spec.withText("Ajouter une clé d’accès"));
        _assertOne(Link.class, spec -> spec.withText("Entrer de nouveau"));
        press("Retirer");
        assertThat(passkeys.mine()).hasSize(1);
        clock.reset();
    }

    private void addPasskey(String name) {
        var question = passkeys.askToAdd();
        assertThat(passkeys.add(question.step(), new PasskeyDevice(address.origin()).make(question), name)).isEmpty();
    }

    private void signInAsStaff() {
        accounts.grant(me, Role.RECEPTION, here.id());
        passwords.give(me, PASSWORD);
        factors.give(me, app.secret());
        SignIn.as(me, Set.of(new Grant(Role.RECEPTION, here.id())));
    }

    private static void secrets(String now, String next, String again) {
        _setValue(secret("password-now"), now);
        _setValue(secret("password-new"), next);
        _setValue(secret("password-again"), again);
        press("Changer le mot de passe");
    }

    private static SecretField secret(String id) {
        return _get(SecretField.class, spec -> spec.withId(id));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
