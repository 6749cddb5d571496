package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The first of the staff's two keys: a password, chosen by a letter's link, changed by its owner. It never opens alone. */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class PasswordService {

    private static final Outcome.Refused WRONG = new Outcome.Refused(SignInRefusal.PASSWORD_WRONG);
    private static final Outcome.Refused LINK_UNKNOWN = new Outcome.Refused(SignInRefusal.LINK_UNKNOWN);

    private final StaffPasswords passwords;
    private final SecondFactorService factors;
    private final AccountService accounts;
    private final LinkService links;
    private final RateLimits limits;
    private final KnownBrowsers browsers;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    PasswordService(StaffPasswords passwords, SecondFactorService factors, AccountService accounts, LinkService links,
                    RateLimits limits, KnownBrowsers browsers, PasswordRules rules, PasswordHashes hashes, Audit audit,
                    RetriedTransaction transaction, Clock clock) {
        this.passwords = passwords;
        this.factors = factors;
        this.accounts = accounts;
        this.links = links;
        this.limits = limits;
        this.browsers = browsers;
        this.rules = rules;
        this.hashes = hashes;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first step. Wrong, unknown, shut and not of the staff are one answer, after the same work. */
    public Outcome password(String typedMail, String password, Visitor visitor, WayOn way) {
        var mail = EmailAddress.parse(typedMail);
        var account = mail.flatMap(accounts::findByMail);
        if (!mayTryPassword(account, mail.map(EmailAddress::value).orElse(""), visitor)) {
            return new Outcome.Refused(SignInRefusal.PASSWORDS_TOO_OFTEN);
        }
        var kept = account.flatMap(owner -> passwords.findById(owner.id())).flatMap(StaffPassword::hash);
        if (!hashes.matches(password, kept) || account.isEmpty() || account.get().disabled() || !accounts.isStaff(account.get().id())) {
            return WRONG;
        }
        return transaction.call(() -> factors.begin(account.get().id(), kept.orElseThrow(), visitor, way));
    }

    /** A new password, with the link of a letter. It is not a way in: the second factor comes after it all the same. */
    public Outcome choosePassword(String token, String password, String again, Visitor visitor) {
        var found = links.find(token, SignInTicket.Kind.PASSWORD_LINK);
        if (found.isEmpty()) {
            return LINK_UNKNOWN;
        }
        var refused = links.refusal(found.get(), token, visitor)
                .or(() -> password.equals(again) ? Optional.empty() : Optional.of(SignInRefusal.PASSWORDS_DIFFER))
                .or(() -> rules.refusal(password, found.get().mail().orElseThrow()));
        // Hashing takes a moment: before the link is locked, and only for whoever may use it.
        return refused.<Outcome>map(Outcome.Refused::new).orElseGet(() -> choose(token, hashes.of(password), visitor));
    }

    private Outcome choose(String token, String hash, Visitor visitor) {
        return transaction.call(() -> {
            var found = links.lock(token, SignInTicket.Kind.PASSWORD_LINK);
            var refused = found.isEmpty() ? Optional.of(SignInRefusal.LINK_UNKNOWN) : links.refusal(found.get(), token, visitor);
            if (refused.isPresent()) {
                return new Outcome.Refused(refused.get());
            }
            var ticket = found.orElseThrow();
            var account = accounts.findByMail(ticket.mail().orElseThrow()).filter(owner -> !owner.disabled());
            if (account.isEmpty() || !accounts.isStaff(account.get().id())) {
                return LINK_UNKNOWN;
            }
            ticket.use(clock.instant());
            keep(account.get().id(), hash);
            accounts.endSessions(account.get().id());
            return factors.begin(account.get().id(), hash, visitor, ticket.wayOn());
        });
    }

    /** A new password for the signed-in person, against the one until now. All sessions end, this one too. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> changeMyPassword(String current, String password, String again) {
        var me = accounts.mine();
        if (!limits.take(RateLimits.Rule.PASSWORDS_FROM_ITS_BROWSER, me.id().toString())) {
            return Optional.of(SignInRefusal.TOO_OFTEN);
        }
        var kept = passwords.findById(me.id()).flatMap(StaffPassword::hash);
        if (!hashes.matches(current, kept)) {
            return Optional.of(SignInRefusal.CURRENT_PASSWORD_WRONG);
        }
        var refused = password.equals(again) ? rules.refusal(password, me.mail().orElseThrow()) : Optional.of(SignInRefusal.PASSWORDS_DIFFER);
        return refused.isPresent() ? refused : replace(me.id(), kept.orElseThrow(), hashes.of(password));
    }

    /**
     * Comparing and hashing take a moment: when the password has been taken away or changed meanwhile, it stays so.
     *
     * @param compared as it was kept when it was compared
     */
    Optional<SignInRefusal> replace(UUID account, String compared, String hash) {
        return transaction.call(() -> {
            if (passwords.lock(account).flatMap(StaffPassword::hash).filter(compared::equals).isEmpty()) {
                return Optional.of(SignInRefusal.CURRENT_PASSWORD_WRONG);
            }
            keep(account, hash);
            accounts.endSessions(account);
            return Optional.empty();
        });
    }

    /** Whether somebody has ever chosen a password, be it taken away since: who has not, has never come in. */
    @AllowedTo(Role.THE_HOUSE)
    public boolean isChosen(UUID account) {
        return passwords.findById(account).isPresent();
    }

    /** Gives an account its password at once: for tests and the demonstration, never from a screen. */
    @AllowedTo(Role.THE_HOUSE)
    public void give(UUID account, String password) {
        String hash = hashes.of(password);
        transaction.run(() -> keep(account, hash));
    }

    private void keep(UUID account, String hash) {
        passwords.findById(account).ifPresentOrElse(known -> known.change(hash, clock.instant()),
                () -> passwords.save(new StaffPassword(account, hash, clock.instant())));
        audit.record("password-set", "account", account, null);
    }

    /** As for links; whoever is refused may come by a passkey, or by a letter to her mailbox and a new password. */
    private boolean mayTryPassword(Optional<AccountRecord> account, String mail, Visitor visitor) {
        boolean known = account.filter(owner -> browsers.knows(visitor.known(), owner.id())).isPresent();
        return known
                ? limits.take(RateLimits.Rule.PASSWORDS_FROM_ITS_BROWSER, mail)
                : limits.take(RateLimits.Rule.PASSWORDS_OF_A_LINE, visitor.network())
                        && limits.take(RateLimits.Rule.PASSWORDS_OF_AN_ACCOUNT_FROM_A_LINE, RateLimits.from(visitor, mail))
                        && limits.take(RateLimits.Rule.PASSWORDS_OF_AN_ACCOUNT, mail)
                        && limits.take(RateLimits.Rule.PASSWORDS_OF_ALL, "");
    }
}
