package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.DeskCode;
import fr.preau.accounts.DeskCodes;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.FederationWide;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.SearchKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Lets residents in by six digits from reception, to what they have in that reception's centre.
 * <p>
 * Six digits alone could be guessed, so they open only together with the person's name, and only while few have guessed:
 * at this code, at this name, from this line, at this door. Strangers can use these tries up, but not keep the owner out: the
 * next code that reception gives her has nine digits, which need no such limit and open at once. The printed slip has an
 * address of its own, which cannot be guessed either.
 */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class DeskCodeService implements DeskCodes {

    private static final int SHORT = 6;
    private static final int LONG = 9;
    /** As much as the forms take. Nobody is called longer, no code is longer, and nothing is worked out of more than that. */
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 20;
    private static final Outcome.Refused WRONG = new Outcome.Refused(SignInRefusal.CODE_WRONG);

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
            var before = tickets.lockCodesOfAccount(account, now);
            before.forEach(ticket -> ticket.withdraw(now));
            var owner = accounts.find(account).orElseThrow(() -> new IllegalArgumentException("No account " + account));
            if (owner.disabled() || accounts.isStaff(account)) {
                throw new IllegalArgumentException("Codes are for residents whose account is open");
            }
            boolean hindered = !before.isEmpty() || isGuessedAt(nameHash(owner.displayName()));
            audit.record("desk-code-made", "account", account, null);
            return hindered ? longCode(owner, now) : shortCode(owner, now);
        });
    }

    /**
     * With the name and the code, as reception has said them. What is answered does not depend on whether this name has a
     * code: when the tries are used up, short codes are not looked at any more, and the way on is a new one.
     */
    public Outcome signIn(String name, String digits, Visitor visitor, WayOn way) {
        if (name.length() > LONGEST_NAME || digits.length() > LONGEST_CODE) {
            return WRONG;
        }
        String who = nameHash(name);
        boolean triesLeft = takeTry(visitor, who);
        var outcome = transaction.call(() -> {
            var open = tickets.lockCodesOf(who, clock.instant()).stream().filter(SignInTicket::takesGuessesByName)
                    .filter(ticket -> triesLeft || ticket.isLongCode()).toList();
            var right = open.stream().filter(ticket -> ticket.hasSecret(tokens.hash(ticket.id(), plain(digits)))).findFirst();
            if (right.isEmpty()) {
                open.forEach(SignInTicket::countWrongGuess);
                return new Outcome.Refused(triesLeft ? SignInRefusal.CODE_WRONG : SignInRefusal.CODES_TOO_OFTEN);
            }
            return use(right.get(), way);
        });
        if (triesLeft && outcome instanceof Outcome.In) {
            giveTryBack(visitor, who);
        }
        return outcome;
    }

    /** With the printed slip: its own address, and the code on it. */
    public Outcome signIn(UUID slip, String digits, Visitor visitor, WayOn way) {
        if (digits.length() > LONGEST_CODE) {
            return WRONG;
        }
        boolean triesLeft = limits.take(RateLimits.Rule.SLIPS_OF_A_LINE, visitor.network());
        var outcome = transaction.call(() -> {
            var found = tickets.lock(slip).filter(ticket -> ticket.kind() == SignInTicket.Kind.DESK_CODE)
                    .filter(ticket -> triesLeft || ticket.isLongCode());
            if (found.isEmpty() || !found.get().isOpen(clock.instant()) || !found.get().takesGuessesAtHand()) {
                return new Outcome.Refused(triesLeft ? SignInRefusal.SLIP_USED_UP : SignInRefusal.CODES_TOO_OFTEN);
            }
            if (!found.get().hasSecret(tokens.hash(slip, plain(digits)))) {
                found.get().countWrongAtHand();
                return WRONG;
            }
            return use(found.get(), way);
        });
        if (triesLeft && outcome instanceof Outcome.In) {
            limits.giveBack(RateLimits.Rule.SLIPS_OF_A_LINE, visitor.network());
        }
        return outcome;
    }

    private DeskCode shortCode(AccountRecord owner, Instant now) {
        var id = Ids.next();
        String digits = tokens.digits(id, SHORT);
        return shown(owner, digits,
                SignInTicket.deskCode(id, owner.id(), CurrentCentre.require(), nameHash(owner.displayName()), tokens.hash(id, digits), now));
    }

    private DeskCode longCode(AccountRecord owner, Instant now) {
        var id = Ids.next();
        String digits = tokens.digits(id, LONG);
        return shown(owner, digits,
                SignInTicket.longDeskCode(id, owner.id(), CurrentCentre.require(), nameHash(owner.displayName()), tokens.hash(id, digits), now));
    }

    private DeskCode shown(AccountRecord owner, String digits, SignInTicket ticket) {
        var kept = tickets.save(ticket);
        return new DeskCode(owner.displayName(), digits, "/connexion/code/" + kept.id(), kept.expiresAt());
    }

    private Outcome use(SignInTicket ticket, WayOn way) {
        ticket.use(clock.instant());
        var account = ticket.account().orElseThrow();
        if (accounts.isStaff(account)) {
            return new Outcome.Refused(SignInRefusal.STAFF_COMES_BY_PASSWORD);
        }
        return accounts.signedInByCode(account, ticket.centre().orElseThrow()).<Outcome>map(user -> new Outcome.In(user, way))
                .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
    }

    /**
     * A try at a short code; the right answer costs none. In this order, so that an attack from one line costs its names little,
     * and an attack on one name costs all others nothing.
     */
    private boolean takeTry(Visitor visitor, String who) {
        return limits.take(RateLimits.Rule.CODES_OF_A_LINE, visitor.network())
                && limits.take(RateLimits.Rule.CODES_OF_A_NAME, who)
                && limits.take(RateLimits.Rule.CODES_OF_ALL, "");
    }

    private void giveTryBack(Visitor visitor, String who) {
        limits.giveBack(RateLimits.Rule.CODES_OF_A_LINE, visitor.network());
        limits.giveBack(RateLimits.Rule.CODES_OF_A_NAME, who);
        limits.giveBack(RateLimits.Rule.CODES_OF_ALL, "");
    }

    /** Whether a short code would not be looked at now. */
    private boolean isGuessedAt(String who) {
        return limits.isSpent(RateLimits.Rule.CODES_OF_A_NAME, who) || limits.isSpent(RateLimits.Rule.CODES_OF_ALL, "");
    }

    /** Accents, case and the order of first and last name do not matter. */
    private String nameHash(String name) {
        String words = Arrays.stream(SearchKey.of(name).split(" ")).sorted().collect(Collectors.joining(" "));
        return keys.hash("name", words);
    }

    /** People type "482 913" and "482-913". */
    private static String plain(String digits) {
        return digits.replaceAll("[^0-9]", "");
    }
}
