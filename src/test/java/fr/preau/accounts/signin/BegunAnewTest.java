package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.Audit;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.RateLimits.Rule;
import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A transaction that meets another one begins anew: whoever tries has tried once all the same, and nothing slow is done twice. */
class BegunAnewTest extends LimitsTest {

    @Autowired
    private SignInTickets tickets;
    @Autowired
    private TotpFactors apps;
    @Autowired
    private TotpCodes totp;
    @Autowired
    private StaffPasswords kept;
    @Autowired
    private Tokens tokens;
    @Autowired
    private Keys keys;
    @Autowired
    private PasswordRules rules;
    @Autowired
    private PasswordEncoder encoder;
    @Autowired
    private SignInPost post;
    @Autowired
    private SignInLetters letters;
    @Autowired
    private Audit audit;
    @Autowired
    private RetriedTransaction transaction;

    private final AtomicBoolean met = new AtomicBoolean();

    @Test
    void aCodeOfTheAppIsOneTry() {
        var account = equipped(Role.RECEPTION);
        var step = next(passwords.password(mail, PASSWORD, here, WayOn.HOME));
        var meeting = new SecondFactorService(tickets, meetingOnce(TotpFactors.class, apps, "lock"), totp, papers, kept, accounts, links, tokens,
                keys, limits, browsers, audit, transaction, clock);

        assertRefused(CurrentCentre.acrossCentres(() -> meeting.secondFactor(step, "000000", here)), SignInRefusal.FACTOR_WRONG);

        assertThat(met).isTrue();
        assertThat(spend(Rule.FACTORS_OF_AN_ACCOUNT, account.toString())).isEqualTo(10 - 1);
    }

    @Test
    void aStepThatIsNotOpenHereIsNoTry() {
        var account = equipped(Role.RECEPTION);
        var step = next(passwords.password(mail, PASSWORD, here, WayOn.HOME));
        assertRefused(factors.secondFactor(step, app.shows(clock.instant()), elsewhere), SignInRefusal.STEP_OVER);

        assertThat(spend(Rule.FACTORS_OF_AN_ACCOUNT, account.toString())).isEqualTo(10);
    }

    @Test
    void aLetterIsOneTry() {
        var meeting = new LinkService(tickets, accounts, tokens, limits, browsers, only(meetingOnce(SignInPost.class, post, "post")), transaction, clock);

        assertThat(CurrentCentre.<Optional<SignInRefusal>, RuntimeException>acrossCentres(() -> meeting.sendLink(mail, here, WayOn.HOME))).isEmpty();

        assertThat(met).isTrue();
        assertThat(spend(Rule.LINKS_OF_AN_ADDRESS, mail)).isEqualTo(5 - 1);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM sign_in_ticket WHERE email = ?", Long.class, mail)).isOne();
    }

    @Test
    void aNewPasswordIsHashedOnceAndWithNothingLocked() {
        member(Role.ANIMATOR);
        assertThat(links.sendPasswordLink(mail, here, WayOn.HOME)).isEmpty();
        var locked = new ArrayList<Boolean>();
        var noting = (PasswordEncoder) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {PasswordEncoder.class}, (proxy, method, arguments) -> {
            locked.add(TransactionSynchronizationManager.isActualTransactionActive());
            return method.invoke(encoder, arguments);
        });
        var meeting = new PasswordService(meetingOnce(StaffPasswords.class, kept, "save"), factors, accounts, links, limits, browsers, rules,
                new PasswordHashes(noting), audit, transaction, clock);

        next(CurrentCentre.acrossCentres(() -> meeting.choosePassword(token(), PASSWORD, PASSWORD, here)));

        assertThat(met).isTrue();
        assertThat(locked).containsExactly(false);
    }

    @Test
    void nothingIsHashedForWhoMayNotChoose() {
        member(Role.ANIMATOR);
        assertThat(links.sendPasswordLink(mail, here, WayOn.HOME)).isEmpty();
        var hashed = new ArrayList<String>();
        var meeting = new PasswordService(kept, factors, accounts, links, limits, browsers, rules, new PasswordHashes(new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                hashed.add(password.toString());
                return "";
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return false;
            }
        }), audit, transaction, clock);

        assertRefused(CurrentCentre.acrossCentres(() -> meeting.choosePassword(token(), PASSWORD, PASSWORD, elsewhere)),
                SignInRefusal.LINK_OF_ANOTHER_BROWSER);
        assertRefused(CurrentCentre.acrossCentres(() -> meeting.choosePassword("abc", PASSWORD, PASSWORD, here)), SignInRefusal.LINK_UNKNOWN);
        assertThat(hashed).isEmpty();
    }

    private String token() {
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ?", String.class, mail);
        String path = letters.write(SignInPost.Kind.PASSWORD, UUID.fromString(ticket)).orElseThrow().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The same, but the first call of this method meets another transaction, as MariaDB says it. */
    private <T> T meetingOnce(Class<T> type, T real, String at) {
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getName().equals(at) && met.compareAndSet(false, true)) {
                throw new CannotAcquireLockException("Deadlock", new SQLException("Deadlock", "40001", 1213));
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static ObjectProvider<SignInPost> only(SignInPost one) {
        return new ObjectProvider<>() {
            @Override
            public SignInPost getObject() {
                return one;
            }

            @Override
            public Stream<SignInPost> stream() {
                return List.of(one).stream();
            }
        };
    }
}
