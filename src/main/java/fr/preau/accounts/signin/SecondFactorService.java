package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The second of the staff's two keys: a code of an authenticator app, or one on paper. The first time makes both. */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class SecondFactorService {

    private static final Outcome.Refused STEP_OVER = new Outcome.Refused(SignInRefusal.STEP_OVER);

    private final SignInTickets tickets;
    private final TotpFactors factors;
    private final TotpCodes totp;
    private final RecoveryCodeService papers;
    private final StaffPasswords passwords;
    private final AccountService accounts;
    private final LinkService links;
    private final Tokens tokens;
    private final Keys keys;
    private final RateLimits limits;
    private final KnownBrowsers browsers;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    SecondFactorService(SignInTickets tickets, TotpFactors factors, TotpCodes totp, RecoveryCodeService papers,
                        StaffPasswords passwords, AccountService accounts, LinkService links, Tokens tokens, Keys keys, RateLimits limits,
                        KnownBrowsers browsers, Audit audit, RetriedTransaction transaction, Clock clock) {
        this.tickets = tickets;
        this.factors = factors;
        this.totp = totp;
        this.papers = papers;
        this.passwords = passwords;
        this.accounts = accounts;
        this.links = links;
        this.tokens = tokens;
        this.keys = keys;
        this.limits = limits;
        this.browsers = browsers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The step after the right password, in the same browser.
     *
     * @param password as it is kept: the step is over as soon as this is no longer the account's
     */
    Outcome begin(UUID account, String password, Visitor visitor, WayOn way) {
        String browser = Optional.ofNullable(visitor.browser()).orElseThrow();
        var id = Ids.next();
        tickets.save(SignInTicket.secondFactor(id, account, tokens.hash(id, password), tokens.browserHash(browser), way, clock.instant()));
        return new Outcome.Next(id);
    }

    /** What the second step asks for; nothing when the step is over or belongs to another browser. Changes nothing. */
    public Optional<SecondStep> secondStep(UUID step, Visitor visitor) {
        return tickets.findById(step).filter(ticket -> isOpenHere(ticket, visitor, passwords::findById)).map(ticket -> {
            var account = ticket.account().orElseThrow();
            if (factors.existsByAccountId(account)) {
                return new SecondStep(null, null);
            }
            byte[] secret = secretFor(ticket);
            String label = accounts.find(account).flatMap(AccountRecord::mail).map(EmailAddress::value).orElse("");
            String typed = Totp.base32(secret);
            return new SecondStep(typed, "otpauth://totp/Pr%C3%A9au:" + label.replace("+", "%2B")
                    + "?secret=" + typed + "&issuer=Pr%C3%A9au");
        });
    }

    /** Where the step leads or led, for the browser that began it only. */
    public Optional<WayOn> wayOn(UUID step, Visitor visitor) {
        return tickets.findById(step).filter(ticket -> ticket.kind() == SignInTicket.Kind.SECOND_FACTOR && links.isBound(ticket, visitor))
                .map(SignInTicket::wayOn);
    }

    /** The second step: the app's code, or one on paper. The first time it also makes the app known, and codes on paper. */
    public Outcome secondFactor(UUID step, String typed, Visitor visitor) {
        // Taken before the transaction: one that begins anew does not give it back.
        var account = tickets.findById(step).filter(ticket -> isOpenHere(ticket, visitor, passwords::findById)).flatMap(SignInTicket::account);
        if (account.isEmpty()) {
            return STEP_OVER;
        }
        if (!takeFactor(account.get(), visitor)) {
            return new Outcome.Refused(SignInRefusal.TOO_OFTEN);
        }
        var outcome = use(step, typed, visitor);
        if (outcome instanceof Outcome.In) {
            giveFactorBack(account.get(), visitor);
        }
        return outcome;
    }

    private Outcome use(UUID step, String typed, Visitor visitor) {
        return transaction.call(() -> {
            var found = tickets.lock(step).filter(ticket -> isOpenHere(ticket, visitor, passwords::lock));
            if (found.isEmpty()) {
                return STEP_OVER;
            }
            var ticket = found.get();
            var account = ticket.account().orElseThrow();
            var factor = factors.lock(account);
            var refused = factor.isPresent() ? refusal(factor.get(), account, typed) : null;
            List<String> made = factor.isPresent() ? List.of() : enrol(ticket, account, typed);
            if (refused != null || factor.isEmpty() && made.isEmpty()) {
                ticket.countWrongAtHand();
                return new Outcome.Refused(refused == null ? SignInRefusal.FACTOR_WRONG : refused);
            }
            ticket.use(clock.instant());
            return accounts.signedIn(account).<Outcome>map(user -> new Outcome.In(user, ticket.wayOn(), made))
                    .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
        });
    }

    /** Forgets the signed-in person's app, against one of its codes or one on paper: the next sign-in begins with a new app. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> forgetMySecondFactor(String typed) {
        var account = CurrentUser.require().account();
        if (!limits.take(RateLimits.Rule.FACTORS_FROM_ITS_BROWSER, account.toString())) {
            return Optional.of(SignInRefusal.TOO_OFTEN);
        }
        return transaction.call(() -> {
            var factor = factors.lock(account);
            var refused = factor.isEmpty() ? SignInRefusal.FACTOR_WRONG : refusal(factor.get(), account, typed);
            if (refused == null) {
                forget(account, "asked by its owner");
            }
            return Optional.ofNullable(refused);
        });
    }

    /** Gives an account its app at once: for tests and the demonstration, never from a screen. */
    @AllowedTo(Role.THE_HOUSE)
    public void give(UUID account, byte[] secret) {
        transaction.run(() -> {
            factors.deleteByAccountId(account);
            totp.keep(account, secret, 0);
        });
    }

    /**
     * Forgets an account's app and codes on paper, when both are lost, and takes its password away: whoever knows that one would
     * make the new app. The next sign-in begins in the mailbox, with a new password; steps that were begun with the old one are over,
     * and so is one that begins at this very moment.
     */
    @AllowedTo(Role.THE_HOUSE)
    public void forgetSecondFactor(UUID account, String reason) {
        transaction.run(() -> {
            passwords.lock(account).ifPresent(password -> password.takeAway(clock.instant()));
            forget(account, reason);
        });
    }

    /**
     * What the second step shows.
     *
     * @param typed   the new app's key in letters; nothing when the account has an app already
     * @param address the same for a QR code
     */
    public record SecondStep(@Nullable String typed, @Nullable String address) {
    }

    private void forget(UUID account, String reason) {
        factors.lock(account).ifPresent(factors::delete);
        papers.forget(account);
        accounts.endSessions(account);
        audit.record("second-factor-forgotten", "account", account, reason);
    }

    private boolean isOpenHere(SignInTicket ticket, Visitor visitor, Function<UUID, Optional<StaffPassword>> passwordOf) {
        return ticket.kind() == SignInTicket.Kind.SECOND_FACTOR && ticket.isOpen(clock.instant())
                && ticket.takesGuessesAtHand() && links.isBound(ticket, visitor)
                && ticket.account().flatMap(passwordOf).flatMap(StaffPassword::hash)
                        .filter(password -> ticket.hasSecret(tokens.hash(ticket.id(), password))).isPresent();
    }

    private @Nullable SignInRefusal refusal(TotpFactor factor, UUID account, String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (plain.matches("[0-9]{6}")) {
            return totp.use(factor, plain);
        }
        return papers.use(account, plain) ? null : SignInRefusal.FACTOR_WRONG;
    }

    /** The codes on paper when the typed code shows that the app knows the secret; else none. */
    private List<String> enrol(SignInTicket ticket, UUID account, String typed) {
        byte[] secret = secretFor(ticket);
        var step = Totp.stepOf(secret, typed.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return List.of();
        }
        totp.keep(account, secret, step.getAsLong());
        audit.record("second-factor-set", "account", account, null);
        return papers.make(account);
    }

    /** Made from the ticket, so that looking at the page stores nothing. */
    private byte[] secretFor(SignInTicket ticket) {
        return Arrays.copyOf(keys.mac("new-totp", ticket.id().toString()), Totp.SECRET_BYTES);
    }

    private boolean takeFactor(UUID account, Visitor visitor) {
        return limits.take(factorRule(account, visitor), account.toString());
    }

    private void giveFactorBack(UUID account, Visitor visitor) {
        limits.giveBack(factorRule(account, visitor), account.toString());
    }

    private RateLimits.Rule factorRule(UUID account, Visitor visitor) {
        return browsers.knows(visitor.known(), account)
                ? RateLimits.Rule.FACTORS_FROM_ITS_BROWSER : RateLimits.Rule.FACTORS_OF_AN_ACCOUNT;
    }
}
