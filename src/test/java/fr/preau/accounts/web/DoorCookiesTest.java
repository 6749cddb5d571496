package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.AuthenticatorApp;
import fr.preau.accounts.signin.DeskCodeService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.testing.PageTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the door leaves in a browser is what the privacy page names, no more and no less. */
@PageTest
class DoorCookiesTest {

    private static final String PASSWORD = "un cheval bleu mange du quinoa";

    @Autowired
    private AccountService accounts;
    @Autowired
    private PasswordService passwords;
    @Autowired
    private SecondFactorService factors;
    @Autowired
    private DeskCodeService codes;
    @Autowired
    private SignInLetters letters;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @LocalServerPort
    private int port;

    private final Set<String> left = new TreeSet<>();
    private Browser browser;

    @Test
    void thePrivacyPageNamesEachCookieOfTheDoor() {
        comeInByLink();
        comeInByCode();
        comeInByPassword();
        askForAPasskey();
        assertThat(left).isNotEmpty().isEqualTo(named());
    }

    private void comeInByLink() {
        browser = new Browser(port);
        read("/connexion", "/connexion/code", "/connexion/equipe", "/connexion/mot-de-passe", "/connexion/lien-envoye");
        post("/connexion/lien", Map.of("mail", "amina@exemple.fr"));
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = 'amina@exemple.fr'", String.class);
        String link = letters.write(SignInPost.Kind.LINK, UUID.fromString(ticket)).orElseThrow().path();
        read(link);
        assertThat(post(link, Map.of()).to()).isEqualTo("/app");
        read("/app/", "/connexion?fin");
        post("/connexion/quitter", Map.of());
    }

    private void comeInByCode() {
        browser = new Browser(port);
        var centre = centres.open();
        var account = accounts.withoutMail("Paul Petit").id();
        SignIn.as(centre.id(), Role.RECEPTION);
        var code = CurrentCentre.in(centre.id(), () -> codes.make(account));
        SignIn.out();
        assertThat(post("/connexion/code", Map.of("nom", code.name(), "code", code.shown())).to()).isEqualTo("/app");
    }

    private void comeInByPassword() {
        browser = new Browser(port);
        var app = AuthenticatorApp.withSomeSecret();
        var account = accounts.withMail(new EmailAddress("samia@exemple.fr"), "Samia").id();
        accounts.grant(account, Role.RECEPTION, centres.open().id());
        passwords.give(account, PASSWORD);
        factors.give(account, app.secret());
        String step = post("/connexion/equipe", Map.of("mail", "samia@exemple.fr", "motdepasse", PASSWORD)).to();
        read(step);
        assertThat(post(step, Map.of("code", app.shows(clock.instant()))).to()).isEqualTo("/app");
        post("/connexion/mot-de-passe", Map.of("mail", "samia@exemple.fr"));
    }

    private void askForAPasskey() {
        browser = new Browser(port);
        assertThat(post("/connexion/cle", Map.of()).status()).isEqualTo(200);
    }

    private void read(String... paths) {
        List.of(paths).forEach(path -> keep(browser.get(path)));
    }

    private Browser.Answer post(String path, Map<String, String> form) {
        return keep(browser.post(path, form));
    }

    private Browser.Answer keep(Browser.Answer answer) {
        answer.setCookies().forEach(cookie -> left.add(cookie.substring(0, cookie.indexOf('='))));
        return answer;
    }

    /** Each sentence about a cookie begins with its name. */
    private Set<String> named() {
        return new Browser(port).get("/confidentialite").document().select("#cookies li").stream()
                .map(said -> said.text().split("\\W", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }
}
