package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.AccountForgettingService;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Passkeys: what opens, and all that does not. */
@PreauTest
class PasskeyTest {

    private static int hours;

    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private AccountService accounts;
    @Autowired
    private AccountForgettingService forgetting;
    @Autowired
    private Audit audit;
    @Autowired
    private PublicAddress address;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;

    private final Visitor here = new Visitor("192.0.2.7", "this browser", null);
    private PasskeyDevice device;
    private CentreRecord centre;
    private UUID me;

    @BeforeEach
    void somebodyOfTheStaff() {
        clock.pass(Duration.ofHours(++hours));
        centre = centres.open();
        me = account();
        accounts.grant(me, Role.RECEPTION, centre.id());
        SignIn.as(accounts.signedIn(me).orElseThrow());
        device = new PasskeyDevice(address.origin());
    }

    @Test
    void aPasskeyIsBothFactorsAndOpensOnce() {
        add();
        var question = ask();
        String answer = device.sign(question);
        assertThat(passkeys.signIn(question.step(), answer, here)).isInstanceOfSatisfying(Outcome.In.class, in -> {
            assertThat(in.user().account()).isEqualTo(me);
            assertThat(in.way().path()).isEqualTo("/app/la-bas");
        });
        assertThat(refused(question, answer)).as("a second time").isEqualTo(SignInRefusal.PASSKEY_WRONG);
        assertThat(passkeys.mine().getFirst().usedAt()).isNotNull();
    }

    @Test
    void theQuestionNamesNobodyAndAsksForTheOwner() {
        add();
        assertThat(ask().options()).contains("\"userVerification\":\"required\"", "\"allowCredentials\":[]", "\"rpId\":\"" + address.host() + "\"")
                .doesNotContain(me.toString());
    }

    @Test
    void anAnswerOpensOnlyInTheBrowserThatAskedAndInTenMinutes() {
        add();
        var elsewhere = ask();
        assertThat(passkeys.signIn(elsewhere.step(), device.sign(elsewhere), new Visitor("192.0.2.7", "another", null)))
                .isEqualTo(new Outcome.Refused(SignInRefusal.PASSKEY_WRONG));
        var late = ask();
        String answer = device.sign(late);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(refused(late, answer)).isEqualTo(SignInRefusal.PASSKEY_WRONG);
    }

    @Test
    void anAnswerToAnotherQuestionOpensNothing() {
        add();
        var other = ask();
        assertThat(refused(ask(), device.sign(other))).isEqualTo(SignInRefusal.PASSKEY_WRONG);
        assertThat(refused(new PasskeyQuestion(Ids.next(), ""), device.sign(other))).isEqualTo(SignInRefusal.PASSKEY_WRONG);
    }

    @Test
    void anotherSiteAnotherHouseAnotherOwnerAndAnUncheckedOwnerOpenNothing() {
        add();
        for (UnaryOperator<PasskeyDevice> habit : List.<UnaryOperator<PasskeyDevice>>of(bad -> bad.at("https://preau.example.org"),
                bad -> bad.madeFor("example.org"), PasskeyDevice::withoutAskingItsOwner, bad -> bad.sayingItIsOf(Ids.next()))) {
            device = new PasskeyDevice(address.origin());
            add();
            habit.apply(device);
            var question = ask();
            assertThat(refused(question, device.sign(question))).isEqualTo(SignInRefusal.PASSKEY_WRONG);
        }
    }

    @Test
    void aKeyThatCountsBackwardsIsACopyAndOpensNothing() {
        device.countingFrom(40);
        add();
        var question = ask();
        assertThat(passkeys.signIn(question.step(), device.sign(question), here)).isInstanceOf(Outcome.In.class);
        device.countingFrom(12);
        var again = ask();
        assertThat(refused(again, device.sign(again))).isEqualTo(SignInRefusal.PASSKEY_WRONG);
    }

    @Test
    void anUnknownKeyAndNonsenseAreRefusedKindly() {
        for (String nonsense : List.of("", "{}", "[]", "null", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"response\":null}", "x".repeat(30_000), device.sign(ask()))) {
            assertThat(refused(ask(), nonsense)).as(nonsense).isEqualTo(SignInRefusal.PASSKEY_WRONG);
            assertThat(passkeys.add(passkeys.askToAdd().step(), nonsense, "Rien")).as(nonsense).contains(SignInRefusal.PASSKEY_UNUSABLE);
        }
    }

    @Test
    void aDisabledAccountIsRefused() {
        add();
        accounts.disable(me, "TEST");
        var question = ask();
        assertThat(refused(question, device.sign(question))).isEqualTo(SignInRefusal.ACCOUNT_SHUT);
    }

    @Test
    void whoNoLongerWorksHereDoesNotComeInByAPasskey() {
        add();
        accounts.revoke(me, Role.RECEPTION, centre.id());
        var question = ask();
        assertThat(refused(question, device.sign(question))).isEqualTo(SignInRefusal.PASSKEY_WRONG);
    }

    @Test
    void whoIsForgottenLeavesNoKeys(@Autowired PasswordService passwords, @Autowired SecondFactorService factors, @Autowired JdbcTemplate jdbc) {
        add();
        passwords.give(me, "un cheval bleu mange du quinoa");
        factors.give(me, new byte[20]);
        forgetting.forgetIfNobody(me);
        assertThat(passkeys.of(me)).as("works here").hasSize(1);
        accounts.revoke(me, Role.RECEPTION, centre.id());
        forgetting.forgetIfNobody(me);
        for (String keys : List.of("passkey", "staff_password", "totp_factor", "recovery_code")) {
            assertThat(jdbc.queryForObject("SELECT count(*) FROM " + keys + " WHERE account_id = ?", Integer.class, me.toString())).as(keys).isZero();
        }
    }

    @Test
    void residentsHaveNone() {
        SignIn.asResident(account());
        assertThatThrownBy(() -> passkeys.askToAdd()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addingAndRemovingAskForAFreshSignIn() {
        add();
        var question = passkeys.askToAdd();
        var known = passkeys.mine().getFirst().id();
        clock.pass(Duration.ofMinutes(11));
        assertThat(passkeys.add(question.step(), new PasskeyDevice(address.origin()).make(question), "Un autre")).contains(SignInRefusal.COME_IN_AGAIN);
        assertThat(passkeys.removeMine(known)).contains(SignInRefusal.COME_IN_AGAIN);
        SignIn.as(accounts.signedIn(me).orElseThrow());
        assertThat(passkeys.removeMine(known)).isEmpty();
        assertThat(passkeys.mine()).isEmpty();
        var after = ask();
        assertThat(refused(after, device.sign(after))).isEqualTo(SignInRefusal.PASSKEY_WRONG);
        assertThat(audit.of("account", me)).extracting(AuditRecord::action).contains("passkey-added", "passkey-removed");
    }

    @Test
    void aPasskeyIsMadeOnceAndForItsOwnerOnly() {
        var question = passkeys.askToAdd();
        String answer = device.make(question);
        var other = account();
        accounts.grant(other, Role.RECEPTION, centre.id());
        SignIn.as(accounts.signedIn(other).orElseThrow());
        assertThat(passkeys.add(question.step(), answer, "Volée")).contains(SignInRefusal.PASSKEY_UNUSABLE);
        SignIn.as(accounts.signedIn(me).orElseThrow());
        assertThat(passkeys.add(question.step(), answer, "Mon téléphone")).isEmpty();
        assertThat(passkeys.add(question.step(), answer, "Encore")).contains(SignInRefusal.PASSKEY_UNUSABLE);
        assertThat(passkeys.askToAdd().options()).as("devices that have one are left out").contains("\"excludeCredentials\":[{");
    }

    @Test
    void aDeviceThatDoesNotAskItsOwnerMakesNone() {
        var question = passkeys.askToAdd();
        assertThat(passkeys.add(question.step(), device.withoutAskingItsOwner().make(question), "Sans code")).contains(SignInRefusal.PASSKEY_UNUSABLE);
    }

    @Test
    void aPasskeyHasANameAndNobodyHasMoreThanTen() {
        assertThat(passkeys.refusalToAdd("  ")).contains(SignInRefusal.PASSKEY_NAMELESS);
        assertThat(passkeys.refusalToAdd("a".repeat(61))).contains(SignInRefusal.PASSKEY_NAME_TOO_LONG);
        for (int i = 0; i < 10; i++) {
            device = new PasskeyDevice(address.origin());
            add();
        }
        assertThat(passkeys.refusalToAdd("Une de plus")).contains(SignInRefusal.PASSKEYS_TOO_MANY);
    }

    @Test
    void theOneWhoLooksAfterTheTeamTakesALostOneAwayWithItsSessions() {
        add();
        var lost = passkeys.of(me).getFirst().id();
        var other = account();
        passkeys.remove(other, lost, "TEST");
        assertThat(passkeys.of(me)).as("asked of another account").hasSize(1);
        int round = accounts.find(me).orElseThrow().round();
        passkeys.remove(me, lost, "TEST");
        assertThat(passkeys.of(me)).isEmpty();
        assertThat(accounts.find(me).orElseThrow().round()).isGreaterThan(round);
    }

    @Test
    void aFloodFromOneLineIsStoppedAndTheStaffsOwnBrowserIsNot(@Autowired KnownBrowsers browsers) {
        var stranger = new Visitor("198.51.100.9", "strange", null);
        for (int i = 0; i < 60; i++) {
            assertThat(passkeys.ask(stranger, WayOn.HOME)).isPresent();
        }
        assertThat(passkeys.ask(stranger, WayOn.HOME)).isEmpty();
        assertThat(passkeys.ask(new Visitor("198.51.100.9", "mine", browsers.remember(me)), WayOn.HOME)).isPresent();
    }

    private void add() {
        var question = passkeys.askToAdd();
        assertThat(passkeys.add(question.step(), device.make(question), "Mon téléphone")).isEmpty();
    }

    private PasskeyQuestion ask() {
        return passkeys.ask(here, WayOn.of("/app/la-bas", false)).orElseThrow();
    }

    private SignInRefusal refused(PasskeyQuestion question, String answer) {
        return ((Outcome.Refused) passkeys.signIn(question.step(), answer, here)).why();
    }

    private UUID account() {
        return accounts.withMail(new EmailAddress("qui" + Ids.next() + "@exemple.fr"), "Samia").id();
    }
}
