package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Links by mail: they open once, in time, in the browser that asked, and not for the team. */
class LinkRulesTest extends ByLetters {

    @Autowired
    private Texts texts;

    @Test
    void aLinkOpensOnceInTimeInTheBrowserThatAsked() {
        String token = askForLink();

        assertThat(refused(links.signIn(token, new Visitor("192.0.2.1", "another browser", null)))).isEqualTo(SignInRefusal.LINK_OF_ANOTHER_BROWSER);
        assertThat(refused(links.signIn(token, new Visitor("192.0.2.1", null, null)))).isEqualTo(SignInRefusal.LINK_OF_ANOTHER_BROWSER);
        assertThat(in(links.signIn(token, phone)).user().displayName()).startsWith("amina");
        assertThat(refused(links.signIn(token, phone))).isEqualTo(SignInRefusal.LINK_USED);
    }

    @Test
    void twoLinksForTheSameNewAddressOpenedInTheSameMomentBothOpenOneAccount() throws Exception {
        for (int round = 0; round < 5; round++) {
            String newcomer = "nouvelle" + Ids.next() + "@exemple.fr";
            var tokens = IntStream.range(0, 2).mapToObj(time -> {
                assertThat(links.sendLink(newcomer, phone, WayOn.HOME)).isEmpty();
                String path = letters.write(SignInPost.Kind.LINK, lastTicket(newcomer)).orElseThrow().path();
                return path.substring(path.lastIndexOf('/') + 1);
            }).toList();
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var outcomes = threads.invokeAll(tokens.stream().<Callable<Outcome>>map(token -> () -> {
                    start.await();
                    return links.signIn(token, phone);
                }).toList());
                assertThat(in(outcomes.get(0).get()).user().account()).isEqualTo(in(outcomes.get(1).get()).user().account());
            }
        }
    }

    @Test
    void lookingAtALinkDoesNotUseItUp() {
        String token = askForLink();
        IntStream.range(0, 5).forEach(times -> assertThat(links.look(token, phone)).isEmpty());
        in(links.signIn(token, phone));
    }

    @Test
    void theTenthMinuteOpensAndTheEleventhDoesNot() {
        String inTime = askForLink();
        clock.pass(Duration.ofMinutes(9).plusSeconds(50));
        in(links.signIn(inTime, phone));
        String late = askForLink();
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(refused(links.signIn(late, phone))).isEqualTo(SignInRefusal.LINK_TOO_OLD);
    }

    @Test
    void aLinkOfADisabledAccountDoesNotOpenAndItsLetterDoesNotLeave() {
        String token = askForLink();
        var account = accounts.withMail(new EmailAddress(mail), "Amina").id();
        accounts.disable(account, "TEST");
        assertThat(refused(links.signIn(token, phone))).isEqualTo(SignInRefusal.ACCOUNT_SHUT);
        links.sendLink(mail, phone, WayOn.HOME);
        assertThat(letters.write(SignInPost.Kind.LINK, lastTicket(mail))).isEmpty();
    }

    @Test
    void staffDoesNotComeInByALinkButReadsWhereTo() {
        equipped(Role.RECEPTION);
        links.sendLink(mail, phone, WayOn.HOME);
        var letter = letters.write(SignInPost.Kind.LINK, lastTicket(mail)).orElseThrow();
        assertThat(letter.kind()).isEqualTo("staff");
        assertThat(letter.path()).isEqualTo("/connexion/equipe");
        assertThat(List.of("staff", "staff-first")).as("who works here has not always a family here")
                .allMatch(kind -> texts.say("accounts.letter." + kind + ".text").contains("Si votre famille est inscrite"));

        links.sendLink(mail, phone, WayOn.of("/app/l-echo/famille?a=b", true));
        assertThat(letters.write(SignInPost.Kind.LINK, lastTicket(mail)).orElseThrow().path()).as("and goes on from there")
                .isEqualTo("/connexion/equipe?vers=%2Fapp%2Fl-echo%2Ffamille%3Fa%3Db&partage=oui");
    }

    @Test
    void aResidentWhoIsInTheTeamNowReadsThatSheChoosesAPasswordFirstAndGoesOnFromThere() {
        var account = accounts.withMail(new EmailAddress(mail), "Samia").id();
        assertThat(in(links.signIn(askForLink(), phone)).user().account()).isEqualTo(account);
        member(Role.ANIMATOR);
        var way = WayOn.of("/app/l-echo/famille", false);
        links.sendLink(mail, phone, way);
        var letter = letters.write(SignInPost.Kind.LINK, lastTicket(mail)).orElseThrow();
        assertThat(letter.kind()).isEqualTo("staff-first");
        assertThat(letter.path()).isEqualTo("/connexion/mot-de-passe?vers=%2Fapp%2Fl-echo%2Ffamille");

        links.sendPasswordLink(mail, phone, way);
        var step = next(passwords.choosePassword(token(SignInPost.Kind.PASSWORD), PASSWORD, PASSWORD, phone));
        var code = Totp.code(fromBase32(factors.secondStep(step, phone).orElseThrow().typed()), Totp.step(clock.instant()));
        assertThat(in(factors.secondFactor(step, code, phone)).way()).isEqualTo(way);
    }

    @Test
    void whoBecomesStaffMeanwhileDoesNotComeInByTheOldLink() {
        String token = askForLink();
        member(Role.ANIMATOR);
        assertThat(refused(links.signIn(token, phone))).isEqualTo(SignInRefusal.STAFF_COMES_BY_PASSWORD);
    }

    @Test
    void whoFloodsAnAddressDoesNotKeepItsOwnerOut() {
        var account = accounts.withMail(new EmailAddress(mail), "Amina").id();
        for (int i = 0; i < 100; i++) {
            links.sendLink(mail, stranger(i), WayOn.HOME);
        }
        assertThat(links.sendLink(mail, stranger(101), WayOn.HOME)).contains(SignInRefusal.LINKS_TOO_OFTEN);
        var owner = new Visitor("192.0.2.1", "this browser", browsers.remember(account));
        assertThat(links.sendLink(mail, owner, WayOn.HOME)).isEmpty();
        in(links.signIn(token(SignInPost.Kind.LINK), owner));
    }

    @Test
    void theDatabaseHoldsNoSecretThatOpens() {
        String token = askForLink();
        var row = jdbc.queryForMap("SELECT * FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", mail);
        assertThat(row.values().toString()).doesNotContain(token).doesNotContain("this browser");
    }
}
