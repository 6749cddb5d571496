package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Service;

/** Lets staff in: a password, then a code of an authenticator app or one of those on paper. */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class StaffService {

    private static final int RECOVERY_CODES = 10;
    private static final String TOTP = "totp";
    private static final Outcome.Refused WRONG = new Outcome.Refused(SignInRefusal.PASSWORD_WRONG);

    private final SignInTickets tickets;
    private final StaffPasswords passwords;
    private final TotpFactors factors;
    private final RecoveryCodes recoveryCodes;
    private final AccountService accounts;
    private final LinkService links;
    private final Tokens tokens;
    private final Keys keys;
    private final RateLimits limits;
    private final KnownBrowsers browsers;
    private final PasswordRules rules;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;
    /** 310,000 rounds of SHA-256 (OWASP), without a limit of length and without another library. */
    private final PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** What is compared when there is no password to compare, so that it takes as long. */
    private final String nobodys = encoder.encode("nobody's password");

    StaffService(SignInTickets tickets, StaffPasswords passwords, TotpFactors factors, RecoveryCodes recoveryCodes,
                 AccountService accounts, LinkService links, Tokens tokens, Keys keys, RateLimits limits,
                 KnownBrowsers browsers, PasswordRules rules, Audit audit, RetriedTransaction transaction, Clock clock) {
        this.tickets = tickets;
        this.passwords = passwords;
        this.factors = factors;
        this.recoveryCodes = recoveryCodes;
        this.accounts = accounts;
        this.links = links;
        this.tokens = tokens;
        this.keys = keys;
        this.limits = limits;
        this.browsers = browsers;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The first step. Wrong, unknown, shut and not of the staff are one answer, after the same work. */
    public Outcome password(String typedMail, String password, Visitor visitor, WayOn way) {
        var mail = EmailAddress.parse(typedMail);
        var account = mail.flatMap(accounts::findByMail);
        if (!mayTryPassword(account, mail.map(EmailAddress::value).orElse(""), visitor)) {
            return new Outcome.Refused(SignInRefusal.TOO_OFTEN);
        }
        String hash = account.flatMap(owner -> passwords.findById(owner.id())).map(StaffPassword::hash).orElse(nobodys);
        boolean right = encoder.matches(password.length() <= PasswordRules.LONGEST ? password : "", hash) && !hash.equals(nobodys);
        if (!right || account.isEmpty() || account.get().disabled() || !accounts.isStaff(account.get().id())) {
            return WRONG;
        }
        return transaction.call(() -> nextStep(account.get().id(), visitor, way));
    }

    /** A new password, with the link of a letter. It is not a way in: the second factor comes after it all the same. */
    public Outcome choosePassword(String token, String password, String again, Visitor visitor) {
        return transaction.call(() -> {
            var found = links.lock(token, SignInTicket.Kind.PASSWORD_LINK);
            if (found.isEmpty()) {
                return new Outcome.Refused(SignInRefusal.LINK_UNKNOWN);
            }
            var ticket = found.get();
            var refused = links.refusal(ticket, token, visitor)
                    .or(() -> password.equals(again) ? Optional.empty() : Optional.of(SignInRefusal.PASSWORDS_DIFFER))
                    .or(() -> rules.refusal(password, ticket.mail().orElseThrow()));
            if (refused.isPresent()) {
                return new Outcome.Refused(refused.get());
            }
            var account = accounts.findByMail(ticket.mail().orElseThrow()).filter(owner -> !owner.disabled());
            if (account.isEmpty() || !accounts.isStaff(account.get().id())) {
                return new Outcome.Refused(SignInRefusal.LINK_UNKNOWN);
            }
            ticket.use(clock.instant());
            keepPassword(account.get().id(), password);
            accounts.endSessions(account.get().id());
            return nextStep(account.get().id(), visitor, ticket.wayOn());
        });
    }

    /** What the second step asks for; nothing when the step is over or belongs to another browser. Changes nothing. */
    public Optional<SecondStep> secondStep(UUID step, Visitor visitor) {
        return tickets.findById(step).filter(ticket -> isOpenHere(ticket, visitor)).map(ticket -> {
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

    /** The second step: the app's code, or one on paper. The first time it also makes the app known, and codes on paper. */
    public Outcome secondFactor(UUID step, String typed, Visitor visitor) {
        return transaction.call(() -> {
            var found = tickets.lock(step).filter(ticket -> isOpenHere(ticket, visitor));
            if (found.isEmpty()) {
                return new Outcome.Refused(SignInRefusal.STEP_OVER);
            }
            var ticket = found.get();
            var account = ticket.account().orElseThrow();
            if (!takeFactor(account, visitor)) {
                return new Outcome.Refused(SignInRefusal.TOO_OFTEN);
            }
            var factor = factors.lock(account);
            var refused = factor.isPresent() ? refusal(factor.get(), account, typed) : null;
            List<String> made = factor.isPresent() ? List.of() : enrol(ticket, account, typed);
            if (refused != null || factor.isEmpty() && made.isEmpty()) {
                ticket.countWrongAtHand();
                return new Outcome.Refused(refused == null ? SignInRefusal.FACTOR_WRONG : refused);
            }
            giveFactorBack(account, visitor);
            ticket.use(clock.instant());
            return accounts.signedIn(account).<Outcome>map(user -> new Outcome.In(user, ticket.wayOn(), made))
                    .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
        });
    }

    /** How many codes on paper the signed-in person has left. */
    @AllowedTo(Role.SIGNED_IN)
    public int recoveryCodesLeft() {
        return recoveryCodes.countByAccountIdAndUsedAtIsNull(CurrentUser.require().account());
    }

    /** New codes on paper for the signed-in person, against a code of the app; the old ones are void. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<List<String>> newRecoveryCodes(String typed) {
        var account = CurrentUser.require().account();
        if (!limits.take(RateLimits.Rule.FACTORS_FROM_ITS_BROWSER, account.toString())) {
            return Optional.empty();
        }
        return transaction.call(() -> factors.lock(account).filter(factor -> useCode(factor, typed) == null)
                .map(factor -> makeRecoveryCodes(account)));
    }

    /** A new password for the signed-in person, against the one until now. All sessions end, this one too. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> changeMyPassword(String current, String password, String again) {
        var me = accounts.mine();
        if (!limits.take(RateLimits.Rule.PASSWORDS_FROM_ITS_BROWSER, me.id().toString())) {
            return Optional.of(SignInRefusal.TOO_OFTEN);
        }
        var known = passwords.findById(me.id()).map(StaffPassword::hash);
        if (known.isEmpty() || current.length() > PasswordRules.LONGEST || !encoder.matches(current, known.get())) {
            return Optional.of(SignInRefusal.CURRENT_PASSWORD_WRONG);
        }
        var refused = password.equals(again) ? rules.refusal(password, me.mail().orElseThrow()) : Optional.of(SignInRefusal.PASSWORDS_DIFFER);
        if (refused.isEmpty()) {
            transaction.run(() -> {
                keepPassword(me.id(), password);
                accounts.endSessions(me.id());
            });
        }
        return refused;
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
                forgetSecondFactor(account, "asked by its owner");
            }
            return Optional.ofNullable(refused);
        });
    }

    /** Gives an account its password and app at once: for tests and the demonstration, never from a screen. */
    @AllowedTo(Role.THE_HOUSE)
    public void equip(UUID account, String password, byte[] totpSecret) {
        transaction.run(() -> {
            keepPassword(account, password);
            factors.deleteByAccountId(account);
            factors.save(new TotpFactor(account, keys.seal(TOTP, totpSecret), 0, clock.instant()));
        });
    }

    /** Forgets an account's app and codes on paper, when both are lost: the next sign-in begins with a new app. */
    @AllowedTo(Role.THE_HOUSE)
    public void forgetSecondFactor(UUID account, String reason) {
        transaction.run(() -> {
            factors.deleteByAccountId(account);
            recoveryCodes.deleteByAccountId(account);
            accounts.endSessions(account);
            audit.record("second-factor-forgotten", "account", account, reason);
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

    private Outcome nextStep(UUID account, Visitor visitor, WayOn way) {
        String browser = Optional.ofNullable(visitor.browser()).orElseThrow();
        return new Outcome.Next(tickets.save(SignInTicket.secondFactor(account, tokens.browserHash(browser), way, clock.instant())).id());
    }

    private boolean isOpenHere(SignInTicket ticket, Visitor visitor) {
        return ticket.kind() == SignInTicket.Kind.SECOND_FACTOR && ticket.isOpen(clock.instant())
                && ticket.takesGuessesAtHand() && links.isBound(ticket, visitor);
    }

    private @Nullable SignInRefusal refusal(TotpFactor factor, UUID account, String typed) {
        String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (plain.matches("[0-9]{6}")) {
            return useCode(factor, plain);
        }
        var paper = recoveryCodes.lockUnused(account, recoveryHash(account, plain));
        paper.ifPresent(code -> code.use(clock.instant()));
        return paper.isPresent() ? null : SignInRefusal.FACTOR_WRONG;
    }

    private @Nullable SignInRefusal useCode(TotpFactor factor, String typed) {
        var step = Totp.stepOf(keys.open(TOTP, factor.sealedSecret()), typed.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return SignInRefusal.FACTOR_WRONG;
        }
        if (!factor.takes(step.getAsLong())) {
            return SignInRefusal.FACTOR_USED;
        }
        factor.use(step.getAsLong());
        return null;
    }

    /** The codes on paper when the typed code shows that the app knows the secret; else none. */
    private List<String> enrol(SignInTicket ticket, UUID account, String typed) {
        byte[] secret = secretFor(ticket);
        Instant now = clock.instant();
        var step = Totp.stepOf(secret, typed.replaceAll("\\s", ""), now);
        if (step.isEmpty()) {
            return List.of();
        }
        factors.save(new TotpFactor(account, keys.seal(TOTP, secret), step.getAsLong(), now));
        audit.record("second-factor-set", "account", account, null);
        return makeRecoveryCodes(account);
    }

    private List<String> makeRecoveryCodes(UUID account) {
        recoveryCodes.deleteByAccountId(account);
        var made = Stream.generate(() -> Totp.base32(Arrays.copyOf(keys.mac("paper", Keys.random()), 10)).substring(0, 12))
                .limit(RECOVERY_CODES).toList();
        made.forEach(code -> recoveryCodes.save(new RecoveryCode(account, recoveryHash(account, code))));
        return made.stream().map(code -> code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8)).toList();
    }

    private String recoveryHash(UUID account, String plain) {
        return keys.hash("recovery", account.toString(), plain);
    }

    /** Made from the ticket, so that looking at the page stores nothing. */
    private byte[] secretFor(SignInTicket ticket) {
        return Arrays.copyOf(keys.mac("new-totp", ticket.id().toString()), Totp.SECRET_BYTES);
    }

    private void keepPassword(UUID account, String password) {
        String hash = encoder.encode(password);
        passwords.findById(account).ifPresentOrElse(known -> known.change(hash, clock.instant()),
                () -> passwords.save(new StaffPassword(account, hash, clock.instant())));
        audit.record("password-set", "account", account, null);
    }

    private boolean mayTryPassword(Optional<AccountRecord> account, String mail, Visitor visitor) {
        boolean known = account.filter(owner -> browsers.knows(visitor.known(), owner.id())).isPresent();
        return known
                ? limits.take(RateLimits.Rule.PASSWORDS_FROM_ITS_BROWSER, mail)
                : limits.take(RateLimits.Rule.PASSWORDS_OF_A_LINE, visitor.network())
                        && limits.take(RateLimits.Rule.PASSWORDS_OF_AN_ACCOUNT, mail)
                        && limits.take(RateLimits.Rule.PASSWORDS_OF_ALL, "");
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
