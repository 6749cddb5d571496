package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.DeskCode;
import fr.preau.accounts.Grant;
import fr.preau.accounts.SignInLetter;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.testing.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The ways in, and what stops those who guess. */
class SignInRulesTest extends AtTheDoor {

    @Autowired
    private SignInLetters letters;
    @Autowired
    private Texts texts;

    private final Visitor phone = new Visitor("192.0.2.1", "this browser", null);

    // Links

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

    // Codes from reception

    @Test
    void aCodeFromReceptionOpensOnceWithTheNameInAnyOrder() {
        var code = code("Amina Benali");
        assertThat(refused(codes.signIn("Paul Petit", code.digits(), phone, WayOn.HOME))).isEqualTo(SignInRefusal.CODE_WRONG);
        in(codes.signIn("benali AMINA", code.shown(), phone, WayOn.HOME));
        assertThat(refused(codes.signIn("Amina Benali", code.digits(), phone, WayOn.HOME))).isEqualTo(SignInRefusal.CODE_WRONG);
    }

    @Test
    void aCodeOpensTheCentreWhoseReceptionGaveItAndALinkAllOfThem() {
        var elsewhere = centres.open();
        var account = accounts.withMail(new EmailAddress(mail), "Amina Benali").id();
        accounts.grant(account, Role.VOLUNTEER, centre.id());
        accounts.grant(account, Role.VOLUNTEER, elsewhere.id());

        var byName = code(account);
        var user = in(codes.signIn("Amina Benali", byName.digits(), phone, WayOn.HOME)).user();
        assertThat(user.onlyIn()).isEqualTo(centre.id());
        assertThat(user.opens(centre.id())).isTrue();
        assertThat(user.opens(elsewhere.id())).isFalse();
        assertThat(user.grants()).containsExactly(new Grant(Role.VOLUNTEER, centre.id()));
        var slip = code(account);
        assertThat(in(codes.signIn(slip(slip.path()), slip.digits(), phone, WayOn.HOME)).user().onlyIn()).isEqualTo(centre.id());

        var byLink = in(links.signIn(askForLink(), phone)).user();
        assertThat(byLink.onlyIn()).isNull();
        assertThat(byLink.opens(elsewhere.id())).isTrue();
        assertThat(byLink.grants()).hasSize(2);
    }

    @Test
    void aCodeIsWorthNothingInTheEleventhMinute() {
        var code = code("Amina Benali");
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(refused(codes.signIn("Amina Benali", code.digits(), phone, WayOn.HOME))).isEqualTo(SignInRefusal.CODE_WRONG);
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        var account = accounts.withoutMail("Amina Benali").id();
        SignIn.as(centre.id(), Role.RECEPTION);
        var before = atTheDesk(account);
        var now = atTheDesk(account);
        SignIn.out();
        assertThat(refused(codes.signIn(slip(before.path()), before.digits(), phone, WayOn.HOME))).isEqualTo(SignInRefusal.SLIP_USED_UP);
        in(codes.signIn(slip(now.path()), now.digits(), phone, WayOn.HOME));
    }

    @Test
    void onlyReceptionMakesCodesAndOnlyForResidents() {
        var resident = accounts.withoutMail("Amina Benali").id();
        var colleague = member(Role.ANIMATOR);
        SignIn.asResident(resident);
        assertThatThrownBy(() -> atTheDesk(resident)).isInstanceOf(AccessDeniedException.class);
        SignIn.as(centre.id(), Role.RECEPTION);
        assertThatThrownBy(() -> atTheDesk(colleague)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenThousandGuessesGiveNothingWhileTheOwnerGetsInWithTheNextCodeAndTheOthersWithTheirs() {
        clock.stop();
        var amina = accounts.withoutMail("Amina Benali").id();
        var first = code(amina);
        var hers = code("Samira Haddad");
        var printed = code("Lucie Morel");

        assertThat(guess("Amina Benali", 10_000, first)).isZero();
        // The right digits too are worth nothing: strangers may have come upon them. She reads what to do, and that it helps at once.
        assertThat(refused(codes.signIn("Amina Benali", first.digits(), phone, WayOn.HOME))).isEqualTo(SignInRefusal.CODES_TOO_OFTEN);
        in(codes.signIn("Samira Haddad", hers.digits(), new Visitor("192.0.2.2", "her phone", null), WayOn.HOME));
        in(codes.signIn(slip(printed.path()), printed.digits(), new Visitor("192.0.2.3", "another phone", null), WayOn.HOME));

        var next = code(amina);
        assertThat(next.shown()).matches("\\d{3}\u00a0\\d{3}\u00a0\\d{3}");
        // the strangers go on while she types
        assertThat(guess("Amina Benali", 200, next)).isZero();
        assertThat(in(codes.signIn("Amina Benali", next.shown(), phone, WayOn.HOME)).user().account()).isEqualTo(amina);
    }

    @Test
    void aNameThatStrangersGuessAtGetsALongCodeTheFirstTime() {
        clock.stop();
        assertThat(code("Amina Benali").digits()).hasSize(6);
        var other = code("Nadia Cherif");
        guess("Nadia Cherif", 100, other);

        assertThat(code(accounts.withoutMail("Nadia Cherif").id()).digits()).hasSize(9);
    }

    @Test
    void aLongCodeOpensFromALineWhoseTriesANeighbourHasUsedUp() {
        clock.stop();
        for (int i = 0; i < 200; i++) {
            codes.signIn("Voisin " + i, "123456", phone, WayOn.HOME);
        }
        var amina = accounts.withoutMail("Amina Benali").id();
        var first = code(amina);
        assertThat(refused(codes.signIn("Amina Benali", first.digits(), phone, WayOn.HOME))).isEqualTo(SignInRefusal.CODES_TOO_OFTEN);

        in(codes.signIn("Amina Benali", code(amina).digits(), phone, WayOn.HOME));
    }

    @Test
    void whatTheDoorAnswersDoesNotTellWhetherANameHasACode() {
        clock.stop();
        code("Amina Benali");
        for (int i = 0; i < 30; i++) {
            assertThat(codes.signIn("Amina Benali", "x", stranger(i), WayOn.HOME)).as("try " + i)
                    .isEqualTo(codes.signIn("Personne Inconnue", "x", stranger(i), WayOn.HOME));
        }
    }

    // Passwords and second factors

    @Test
    void staffComesInWithBothKeysAndNotWithOne() {
        var account = equipped(Role.RECEPTION);
        assertThat(refused(passwords.password(mail, "pas le bon mot", phone, WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORD_WRONG);
        var step = next(passwords.password(mail, PASSWORD, phone, WayOn.HOME));
        assertThat(refused(factors.secondFactor(step, "000000", phone))).isEqualTo(SignInRefusal.FACTOR_WRONG);
        assertThat(refused(factors.secondFactor(step, app.shows(clock.instant()), new Visitor("192.0.2.1", "another", null))))
                .isEqualTo(SignInRefusal.STEP_OVER);
        assertThat(in(factors.secondFactor(step, app.shows(clock.instant()), phone)).user().account()).isEqualTo(account);
        assertThat(refused(factors.secondFactor(step, app.shows(clock.instant()), phone))).isEqualTo(SignInRefusal.STEP_OVER);
    }

    @Test
    void aCodeOfTheAppIsGoodOnce() {
        equipped(Role.RECEPTION);
        String code = app.shows(clock.instant());
        in(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), code, phone));
        assertThat(refused(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), code, phone)))
                .isEqualTo(SignInRefusal.FACTOR_USED);
    }

    @Test
    void aCodeOnPaperIsGoodOnce() {
        var account = equipped(Role.RECEPTION);
        SignIn.asResident(account);
        var paper = newCodes(app.shows(clock.instant()));
        assertThat(paper).hasSize(10).doesNotHaveDuplicates();
        SignIn.out();
        in(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), paper.getFirst().toLowerCase(), phone));
        assertThat(refused(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), paper.getFirst(), phone)))
                .isEqualTo(SignInRefusal.FACTOR_WRONG);
        SignIn.asResident(account);
        assertThat(papers.recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void wrongUnknownAndNotOfTheStaffAreOneAnswer() {
        equipped(Role.RECEPTION);
        var resident = "paul" + Ids.next() + "@exemple.fr";
        accounts.withMail(new EmailAddress(resident), "Paul");
        for (var who : List.of(mail, resident, "personne@exemple.fr", "pas une adresse")) {
            assertThat(refused(passwords.password(who, "pas le bon mot", phone, WayOn.HOME))).as(who).isEqualTo(SignInRefusal.PASSWORD_WRONG);
        }
    }

    @Test
    void strangersWhoGuessPasswordsDoNotShutTheOwnerOut() {
        var account = equipped(Role.DIRECTOR);
        boolean inside = IntStream.range(0, 1_000)
                .anyMatch(i -> passwords.password(mail, "mot de passe " + i, stranger(i), WayOn.HOME) instanceof Outcome.Next);
        assertThat(inside).isFalse();
        assertThat(refused(passwords.password(mail, PASSWORD, stranger(20_000), WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORDS_TOO_OFTEN);
        var owner = new Visitor("192.0.2.1", "this browser", browsers.remember(account));
        in(factors.secondFactor(next(passwords.password(mail, PASSWORD, owner, WayOn.HOME)), app.shows(clock.instant()), owner));
    }

    @Test
    void aNewMemberChoosesAPasswordAndShowsTheAppTheFirstTime() {
        member(Role.ANIMATOR);
        links.sendPasswordLink(mail, phone, WayOn.HOME);
        String token = token(SignInPost.Kind.PASSWORD);
        assertThat(refused(passwords.choosePassword(token, "court", "court", phone))).isEqualTo(SignInRefusal.PASSWORD_TOO_SHORT);
        assertThat(refused(passwords.choosePassword(token, PASSWORD, PASSWORD + "!", phone))).isEqualTo(SignInRefusal.PASSWORDS_DIFFER);
        var step = next(passwords.choosePassword(token, PASSWORD, PASSWORD, phone));
        assertThat(refused(passwords.choosePassword(token, PASSWORD, PASSWORD, phone))).isEqualTo(SignInRefusal.LINK_USED);
        var shown = factors.secondStep(step, phone).orElseThrow();
        assertThat(shown.address()).startsWith("otpauth://totp/").contains("secret=" + shown.typed());
        var code = Totp.code(fromBase32(shown.typed()), Totp.step(clock.instant()));
        assertThat(in(factors.secondFactor(step, code, phone)).recoveryCodes()).hasSize(10);
    }

    @Test
    void aResidentWhoAsksForAPasswordReadsThatNoneIsNeeded() {
        accounts.withMail(new EmailAddress(mail), "Amina");
        assertThat(links.sendPasswordLink(mail, phone, WayOn.HOME)).isEmpty();
        assertThat(letters.write(SignInPost.Kind.PASSWORD, lastTicket(mail)).map(SignInLetter::kind)).contains("no-password");
    }

    @Test
    void whoChangesThePasswordNeedsTheOneUntilNow() {
        var account = equipped(Role.RECEPTION);
        SignIn.asResident(account);
        assertThat(passwords.changeMyPassword("pas le bon", "une girafe lit trois romans", "une girafe lit trois romans"))
                .contains(SignInRefusal.CURRENT_PASSWORD_WRONG);
        assertThat(passwords.changeMyPassword(PASSWORD, "azertyuiop123", "azertyuiop123")).contains(SignInRefusal.PASSWORD_COMMON);
        int before = accounts.find(account).orElseThrow().round();
        assertThat(passwords.changeMyPassword(PASSWORD, "une girafe lit trois romans", "une girafe lit trois romans")).isEmpty();
        assertThat(accounts.find(account).orElseThrow().round()).isGreaterThan(before);
        SignIn.out();
        next(passwords.password(mail, "une girafe lit trois romans", phone, WayOn.HOME));
    }

    @Test
    void whoChangesPhonesBeginsWithANewAppAtTheNextSignIn() {
        SignIn.asResident(equipped(Role.RECEPTION));
        assertThat(factors.forgetMySecondFactor("000000")).contains(SignInRefusal.FACTOR_WRONG);
        assertThat(factors.forgetMySecondFactor(app.shows(clock.instant()))).isEmpty();
        SignIn.out();
        var step = next(passwords.password(mail, PASSWORD, phone, WayOn.HOME));
        assertThat(factors.secondStep(step, phone).orElseThrow().typed()).isNotNull();
    }

    // What the tests say often

    private List<String> newCodes(String code) {
        return ((NewCodes.Made) papers.newRecoveryCodes(code)).codes();
    }

    private String askForLink() {
        assertThat(links.sendLink(mail, phone, WayOn.HOME)).isEmpty();
        return token(SignInPost.Kind.LINK);
    }

    private String token(SignInPost.Kind kind) {
        String path = letters.write(kind, lastTicket(mail)).orElseThrow().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private UUID lastTicket(String address) {
        return UUID.fromString(jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", String.class, address));
    }

    /** Strangers try one code after the other, each from a line of their own; the answer is how many came in. */
    private long guess(String name, int times, DeskCode right) {
        return IntStream.range(0, times).mapToObj(i -> "%0".concat(right.digits().length() + "d").formatted(i * 97L))
                .filter(tried -> !tried.equals(right.digits()))
                .filter(tried -> codes.signIn(name, tried, stranger(tried.hashCode()), WayOn.HOME) instanceof Outcome.In).count();
    }

    private static byte[] fromBase32(String typed) {
        var bits = new StringBuilder();
        typed.chars().forEach(c -> bits.append(String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c))).replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
