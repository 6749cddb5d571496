package fr.preau.accounts.signin;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.DeskCode;
import fr.preau.accounts.DeskCodes;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.SearchKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Lets residents in by six digits from reception.
 * <p>
 * Six digits alone could be guessed, so they open only together with the person's name, and a code that strangers have
 * guessed at thirty times takes no more guesses by name. The printed slip has an address of its own, which cannot be
 * guessed: with it the owner still comes in.
 */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class DeskCodeService implements DeskCodes {

    private final SignInTickets tickets;
    private final AccountService accounts;
    private final Tokens tokens;
    private final Keys keys;
    private final RateLimits limits;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    DeskCodeService(SignInTickets tickets, AccountService accounts, Tokens tokens, Keys keys, RateLimits limits, Audit audit,
                    RetriedTransaction transaction, Clock clock) {
        this.tickets = tickets;
        this.accounts = accounts;
        this.tokens = tokens;
        this.keys = keys;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public DeskCode make(UUID account) {
        return transaction.call(() -> {
            var now = clock.instant();
            tickets.lockCodesOfAccount(account, now).forEach(ticket -> ticket.withdraw(now));
            var owner = accounts.find(account).orElseThrow(() -> new IllegalArgumentException("No account " + account));
            if (owner.disabled() || accounts.isStaff(account)) {
                throw new IllegalArgumentException("Codes are for residents whose account is open");
            }
            var id = Ids.next();
            String digits = tokens.digits(id);
            var ticket = tickets.save(SignInTicket.deskCode(id, account, nameHash(owner.displayName()), tokens.hash(id, digits), now));
            audit.record("desk-code-made", "account", account, null);
            return new DeskCode(owner.displayName(), digits, "/connexion/code/" + id, ticket.expiresAt());
        });
    }

    /** With the name and the code, as reception has said them. */
    public Outcome signIn(String name, String digits, Visitor visitor, WayOn way) {
        return guarded(visitor, () -> {
            var now = clock.instant();
            var open = tickets.lockCodesOf(nameHash(name), now).stream().filter(SignInTicket::takesGuessesByName).toList();
            var right = open.stream().filter(ticket -> ticket.hasSecret(tokens.hash(ticket.id(), plain(digits)))).findFirst();
            if (right.isEmpty()) {
                open.forEach(SignInTicket::countWrongGuess);
                return new Outcome.Refused(SignInRefusal.CODE_WRONG);
            }
            return use(right.get(), way);
        }, true);
    }

    /** With the printed slip: its own address, and the code on it. */
    public Outcome signIn(UUID slip, String digits, Visitor visitor, WayOn way) {
        return guarded(visitor, () -> {
            var found = tickets.lock(slip).filter(ticket -> ticket.kind() == SignInTicket.Kind.DESK_CODE);
            if (found.isEmpty() || !found.get().isOpen(clock.instant()) || !found.get().takesGuessesAtHand()) {
                return new Outcome.Refused(SignInRefusal.SLIP_USED_UP);
            }
            if (!found.get().hasSecret(tokens.hash(slip, plain(digits)))) {
                found.get().countWrongAtHand();
                return new Outcome.Refused(SignInRefusal.CODE_WRONG);
            }
            return use(found.get(), way);
        }, false);
    }

    private Outcome use(SignInTicket ticket, WayOn way) {
        ticket.use(clock.instant());
        var account = ticket.account().orElseThrow();
        if (accounts.isStaff(account)) {
            return new Outcome.Refused(SignInRefusal.STAFF_COMES_BY_PASSWORD);
        }
        return accounts.signedIn(account).<Outcome>map(user -> new Outcome.In(user, way))
                .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
    }

    /** Each guess costs a try of the line it comes from; the right answer costs none. */
    private Outcome guarded(Visitor visitor, java.util.function.Supplier<Outcome> work, boolean byName) {
        if (!limits.take(RateLimits.Rule.CODES_OF_A_LINE, visitor.network())
                || byName && !limits.take(RateLimits.Rule.CODES_OF_ALL, "")) {
            return new Outcome.Refused(SignInRefusal.TOO_OFTEN);
        }
        var outcome = transaction.call(work);
        if (outcome instanceof Outcome.In) {
            limits.giveBack(RateLimits.Rule.CODES_OF_A_LINE, visitor.network());
            if (byName) {
                limits.giveBack(RateLimits.Rule.CODES_OF_ALL, "");
            }
        }
        return outcome;
    }

    /** Accents, case and the order of first and last name do not matter. */
    private String nameHash(String name) {
        String words = Arrays.stream(SearchKey.of(name).split(" ")).sorted().collect(Collectors.joining(" "));
        return keys.hash("name", words);
    }

    /** People type "482 913" and "482-913". */
    private static String plain(String digits) {
        return Optional.of(digits.replaceAll("[^0-9]", "")).filter(plain -> plain.length() == 6).orElse("-");
    }
}
