package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.AuthenticatorApp;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PageTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody with a browser before the door of the app, over HTTP with all its filters, and what is asked of her there. */
@PageTest
abstract class AtTheWebDoor {

    static final String PASSWORD = "un cheval bleu mange du quinoa";
    static final String SESSION = "JSESSIONID";
    static int hours;

    @Autowired
    AccountService accounts;
    @Autowired
    PasswordService passwords;
    @Autowired
    SecondFactorService factors;
    @Autowired
    SignInLetters letters;
    @Autowired
    TestCentres centres;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcTemplate jdbc;
    @LocalServerPort
    int port;

    final AuthenticatorApp app = AuthenticatorApp.withSomeSecret();
    final String mail = "amina" + Ids.next() + "@exemple.fr";
    Browser browser;
    CentreRecord here;

    @BeforeEach
    void anotherDay() {
        clock.pass(Duration.ofHours(3L * ++hours));
        here = centres.open();
        browser = new Browser(port);
    }

    Browser.Answer signInByLink(Map<String, String> form) {
        return browser.post(askForLink(form), Map.of());
    }

    String askForLink(Map<String, String> form) {
        assertThat(browser.post("/connexion/lien", form).to()).startsWith("/connexion/lien-envoye");
        return letter(SignInPost.Kind.LINK, form.get("mail"));
    }

    /** Where the last letter to this address leads. */
    String letter(SignInPost.Kind kind, String address) {
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", String.class, address);
        return letters.write(kind, UUID.fromString(ticket)).orElseThrow().path();
    }

    /** The page's form leads on this way, on a computer that others use too. */
    static void assertAsked(Browser.Answer page, String way) {
        var form = page.document().select("main form:has(input[name=partage])");
        assertThat(form.select("input[name=vers]").val()).isEqualTo(way);
        assertThat(form.select("input[name=partage][checked], input[name=partage][type=hidden]")).hasSize(1);
    }

    UUID account() {
        return accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
    }

    UUID colleague() {
        var account = accounts.withMail(new EmailAddress(mail), "Samia").id();
        accounts.grant(account, Role.RECEPTION, here.id());
        passwords.give(account, PASSWORD);
        factors.give(account, app.secret());
        return account;
    }

    static void assertRefused(Browser.Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(words);
    }
}
