package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.DeskCode;
import fr.preau.accounts.Grant;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Codes that reception gives: they open once, in time, and guessing at them gives nothing. */
class CodeRulesTest extends ByLetters {

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

    /** Strangers try one code after the other, each from a line of their own; the answer is how many came in. */
    private long guess(String name, int times, DeskCode right) {
        return IntStream.range(0, times).mapToObj(i -> "%0".concat(right.digits().length() + "d").formatted(i * 97L))
                .filter(tried -> !tried.equals(right.digits()))
                .filter(tried -> codes.signIn(name, tried, stranger(tried.hashCode()), WayOn.HOME) instanceof Outcome.In).count();
    }
}
