package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Lets staff in by a passkey: the device makes sure of its owner and signs, so that one gesture is both factors. Adding
 * one and taking one's own away ask for a fresh sign-in.
 */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class PasskeyService {

    private static final int MOST = 10;
    private static final String BY_ITS_OWNER = "by its owner";

    private final Passkeys passkeys;
    private final PasskeyChecks checks;
    private final SignInTickets tickets;
    private final AccountService accounts;
    private final Tokens tokens;
    private final RateLimits limits;
    private final KnownBrowsers browsers;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    PasskeyService(Passkeys passkeys, PasskeyChecks checks, SignInTickets tickets, AccountService accounts, Tokens tokens,
                   RateLimits limits, KnownBrowsers browsers, Audit audit, RetriedTransaction transaction, Clock clock) {
        this.passkeys = passkeys;
        this.checks = checks;
        this.tickets = tickets;
        this.accounts = accounts;
        this.tokens = tokens;
        this.limits = limits;
        this.browsers = browsers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A question that any passkey may answer, in this browser; nothing when it has been asked too often. */
    public Optional<PasskeyQuestion> ask(Visitor visitor, WayOn way) {
        if (!mayAsk(visitor)) {
            return Optional.empty();
        }
        String browser = Optional.ofNullable(visitor.browser()).orElseThrow();
        var ticket = transaction.call(() -> tickets.save(SignInTicket.passkey(tokens.browserHash(browser), way, clock.instant())));
        return Optional.of(new PasskeyQuestion(ticket.id(), checks.askToSign(ticket.id())));
    }

    /** In, when a passkey of somebody of the staff has answered this question: once, in time, in the browser that asked. */
    public Outcome signIn(UUID step, String answer, Visitor visitor) {
        return transaction.call(() -> {
            var found = tickets.lock(step).filter(ticket -> ticket.kind() == SignInTicket.Kind.PASSKEY)
                    .filter(ticket -> ticket.isOpen(clock.instant()))
                    .filter(ticket -> visitor.browser() != null && ticket.isBoundTo(tokens.browserHash(visitor.browser())));
            if (found.isEmpty()) {
                return new Outcome.Refused(SignInRefusal.PASSKEY_WRONG);
            }
            found.get().use(clock.instant());
            var signer = checks.signer(step, answer);
            if (signer.isEmpty() || !accounts.isStaff(signer.get())) {
                return new Outcome.Refused(SignInRefusal.PASSKEY_WRONG);
            }
            return accounts.signedIn(signer.get()).<Outcome>map(user -> new Outcome.In(user, found.get().wayOn()))
                    .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
        });
    }

    /** The signed-in person's passkeys, the oldest first. */
    @AllowedTo(Role.SIGNED_IN)
    public List<PasskeyRecord> mine() {
        return of(me());
    }

    /** Why the signed-in person cannot change passkeys now; nothing when it goes. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> refusalToChange() {
        return CurrentUser.require().isFresh(clock.instant()) ? Optional.empty() : Optional.of(SignInRefusal.COME_IN_AGAIN);
    }

    /** Why no passkey of this name can be added now; nothing when it goes. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> refusalToAdd(String name) {
        if (name.isBlank() || name.strip().length() > Passkey.LONGEST_NAME) {
            return Optional.of(name.isBlank() ? SignInRefusal.PASSKEY_NAMELESS : SignInRefusal.PASSKEY_NAME_TOO_LONG);
        }
        return refusalToChange().or(() -> mine().size() < MOST ? Optional.empty() : Optional.of(SignInRefusal.PASSKEYS_TOO_MANY));
    }

    /** The question that makes a passkey; after {@link #refusalToAdd}. */
    @AllowedTo(Role.SIGNED_IN)
    public PasskeyQuestion askToAdd() {
        mustBeStaff();
        var me = accounts.mine();
        var ticket = transaction.call(() -> tickets.save(SignInTicket.newPasskey(me.id(), clock.instant())));
        return new PasskeyQuestion(ticket.id(), checks.askToMake(ticket.id(), me));
    }

    /** Adds the passkey that the signed-in person's device has made. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> add(UUID step, String answer, String name) {
        mustBeStaff();
        return refusalToAdd(name).or(() -> transaction.call(() -> keep(step, answer, name.strip())));
    }

    private Optional<SignInRefusal> keep(UUID step, String answer, String name) {
        AccountRecord me = accounts.mine();
        var ticket = tickets.lock(step).filter(found -> found.kind() == SignInTicket.Kind.NEW_PASSKEY)
                .filter(found -> found.isOpen(clock.instant()) && found.account().filter(me.id()::equals).isPresent());
        if (ticket.isEmpty()) {
            return Optional.of(SignInRefusal.PASSKEY_UNUSABLE);
        }
        ticket.get().use(clock.instant());
        if (!checks.keep(step, me, answer, name)) {
            return Optional.of(SignInRefusal.PASSKEY_UNUSABLE);
        }
        audit.record("passkey-added", "account", me.id(), null);
        return Optional.empty();
    }

    /** Takes away one of the signed-in person's; one that is gone already is no matter. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<SignInRefusal> removeMine(UUID passkey) {
        var refused = refusalToChange();
        if (refused.isEmpty()) {
            transaction.run(() -> forget(me(), passkey, BY_ITS_OWNER));
        }
        return refused;
    }

    /** An account's passkeys, the oldest first. */
    @AllowedTo(Role.THE_HOUSE)
    public List<PasskeyRecord> of(UUID account) {
        return passkeys.findByAccountIdOrderById(account).stream().map(Passkey::toRecord).toList();
    }

    /** Takes away an account's lost passkey, and what it may have opened. */
    @AllowedTo(Role.THE_HOUSE)
    public void remove(UUID account, UUID passkey, String reason) {
        transaction.run(() -> {
            forget(account, passkey, reason);
            accounts.endSessions(account);
        });
    }

    /** Takes away all of an account's, within the caller's transaction. */
    @AllowedTo(Role.THE_HOUSE)
    public void removeAll(UUID account, String reason) {
        transaction.run(() -> of(account).forEach(passkey -> forget(account, passkey.id(), reason)));
    }

    private void forget(UUID account, UUID passkey, String reason) {
        passkeys.findById(passkey).filter(found -> found.isOf(account)).ifPresent(found -> {
            passkeys.delete(found);
            audit.record("passkey-removed", "account", account, reason);
        });
    }

    /** The staff's own browsers have their own count, so that strangers who use up everybody else's do not shut them out. */
    private boolean mayAsk(Visitor visitor) {
        return browsers.accountOf(visitor.known()).map(known -> limits.take(RateLimits.Rule.PASSKEYS_FROM_ITS_BROWSER, known.toString()))
                .orElseGet(() -> limits.take(RateLimits.Rule.PASSKEYS_OF_A_LINE, visitor.network())
                        && limits.take(RateLimits.Rule.PASSKEYS_OF_ALL, ""));
    }

    private static void mustBeStaff() {
        if (!CurrentUser.require().isStaff()) {
            throw new IllegalArgumentException("Passkeys are for staff: others come in by a link");
        }
    }

    private static UUID me() {
        return CurrentUser.require().account();
    }
}
