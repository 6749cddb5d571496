package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.SignInPost.Kind;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lets residents in by a link that they receive by mail. */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
public class LinkService {

    private final SignInTickets tickets;
    private final AccountService accounts;
    private final Tokens tokens;
    private final RateLimits limits;
    private final KnownBrowsers browsers;
    private final ObjectProvider<SignInPost> post;
    private final RetriedTransaction transaction;
    private final Clock clock;

    LinkService(SignInTickets tickets, AccountService accounts, Tokens tokens, RateLimits limits, KnownBrowsers browsers,
                ObjectProvider<SignInPost> post, RetriedTransaction transaction, Clock clock) {
        this.tickets = tickets;
        this.accounts = accounts;
        this.tokens = tokens;
        this.limits = limits;
        this.browsers = browsers;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Sends a link. The answer and the work are the same whether or not the address has an account: the letter alone,
     * which only the address's owner reads, knows the difference.
     *
     * @param visitor with the browser that the link will be bound to
     * @return nothing when a letter is on its way
     */
    public Optional<SignInRefusal> sendLink(String typed, Visitor visitor, WayOn way) {
        return send(SignInTicket.Kind.LINK, Kind.LINK, typed, visitor, way);
    }

    /** Sends staff a link to choose a password; others get the same answer and a letter that helps them on. */
    public Optional<SignInRefusal> sendPasswordLink(String typed, Visitor visitor, WayOn way) {
        return send(SignInTicket.Kind.PASSWORD_LINK, Kind.PASSWORD, typed, visitor, way);
    }

    /** Whether the link would open now, in this browser; reading changes nothing. */
    public Optional<SignInRefusal> look(String token, Visitor visitor) {
        return Tokens.ticketOf(token).flatMap(tickets::findById).map(ticket -> refusal(ticket, token, visitor))
                .orElse(Optional.of(SignInRefusal.LINK_UNKNOWN));
    }

    /** Where the link leads or led, for its owner only: nothing is said about others' links. */
    public Optional<WayOn> wayOn(String token) {
        return Tokens.ticketOf(token).flatMap(tickets::findById)
                .filter(ticket -> ticket.hasSecret(tokens.hash(ticket.id(), token))).map(SignInTicket::wayOn);
    }

    /** Opens the door with the link: once, in time, in the browser that asked. An address without an account gets one now. */
    public Outcome signIn(String token, Visitor visitor) {
        return transaction.call(() -> {
            var found = lock(token, SignInTicket.Kind.LINK);
            if (found.isEmpty()) {
                return new Outcome.Refused(SignInRefusal.LINK_UNKNOWN);
            }
            var ticket = found.get();
            var refused = refusal(ticket, token, visitor);
            if (refused.isPresent()) {
                return new Outcome.Refused(refused.get());
            }
            ticket.use(clock.instant());
            var mail = ticket.mail().orElseThrow();
            var account = accounts.withMail(mail, nameFrom(mail));
            if (accounts.isStaff(account.id())) {
                return new Outcome.Refused(SignInRefusal.STAFF_COMES_BY_PASSWORD);
            }
            return accounts.signedIn(account.id()).<Outcome>map(user -> new Outcome.In(user, ticket.wayOn()))
                    .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
        });
    }

    /** The ticket of this token, when it is of this kind, as far as one may read without holding it. */
    Optional<SignInTicket> find(String token, SignInTicket.Kind kind) {
        return Tokens.ticketOf(token).flatMap(tickets::findById).filter(ticket -> ticket.kind() == kind);
    }

    /** Locks the ticket of this token, when it is of this kind. */
    Optional<SignInTicket> lock(String token, SignInTicket.Kind kind) {
        return Tokens.ticketOf(token).flatMap(tickets::lock).filter(ticket -> ticket.kind() == kind);
    }

    /** Why the ticket does not open here and now. A wrong secret is an unknown link: nothing is said about others' links. */
    Optional<SignInRefusal> refusal(SignInTicket ticket, String token, Visitor visitor) {
        if (!ticket.hasSecret(tokens.hash(ticket.id(), token))) {
            return Optional.of(SignInRefusal.LINK_UNKNOWN);
        }
        if (ticket.isUsed()) {
            return Optional.of(SignInRefusal.LINK_USED);
        }
        if (ticket.isTooOld(clock.instant())) {
            return Optional.of(SignInRefusal.LINK_TOO_OLD);
        }
        return isBound(ticket, visitor) ? Optional.empty() : Optional.of(SignInRefusal.LINK_OF_ANOTHER_BROWSER);
    }

    boolean isBound(SignInTicket ticket, Visitor visitor) {
        return visitor.browser() != null && ticket.isBoundTo(tokens.browserHash(visitor.browser()));
    }

    private Optional<SignInRefusal> send(SignInTicket.Kind ticketKind, Kind letter, String typed, Visitor visitor, WayOn way) {
        var parsed = EmailAddress.parse(typed);
        if (parsed.isEmpty()) {
            return Optional.of(SignInRefusal.NOT_AN_ADDRESS);
        }
        var mail = parsed.get();
        String browser = Optional.ofNullable(visitor.browser())
                .orElseThrow(() -> new IllegalArgumentException("A link is bound to a browser"));
        var account = accounts.findByMail(mail);
        var refused = takeTry(letter, mail, account.map(AccountRecord::id), visitor);
        return refused.isPresent() ? refused : transaction.call(() -> {
            var id = Ids.next();
            tickets.save(SignInTicket.link(ticketKind, id, mail, account.map(AccountRecord::id).orElse(null),
                    tokens.hash(id, tokens.linkToken(id)), tokens.browserHash(browser), way, clock.instant()));
            post.getObject().post(letter, id, id, mail,
                    account.map(AccountRecord::displayName).orElse(""));
            return Optional.empty();
        });
    }

    /**
     * Why no letter leaves now. The account's own browsers have their own count, and one line alone has a part of an address's: else
     * whoever floods an address would keep its owner out. What has left already stays good, and the answer says so.
     */
    private Optional<SignInRefusal> takeTry(Kind letter, EmailAddress mail, Optional<UUID> account, Visitor visitor) {
        var ofThisAddress = Optional.of(letter == Kind.PASSWORD ? SignInRefusal.STAFF_LINKS_TOO_OFTEN : SignInRefusal.LINKS_TOO_OFTEN);
        if (account.filter(id -> browsers.knows(visitor.known(), id)).isPresent()) {
            return limits.take(RateLimits.Rule.LINKS_OF_AN_ADDRESS_FROM_ITS_BROWSER, mail.value()) ? Optional.empty() : ofThisAddress;
        }
        if (!limits.take(RateLimits.Rule.LINKS_OF_A_LINE, visitor.network())) {
            return Optional.of(SignInRefusal.TOO_OFTEN);
        }
        if (!limits.take(RateLimits.Rule.LINKS_OF_AN_ADDRESS_FROM_A_LINE, RateLimits.from(visitor, mail.value()))
                || !limits.take(RateLimits.Rule.LINKS_OF_AN_ADDRESS, mail.value())) {
            return ofThisAddress;
        }
        return limits.take(RateLimits.Rule.LINKS_OF_ALL, "") ? Optional.empty() : Optional.of(SignInRefusal.TOO_OFTEN);
    }

    /** Until the person says how they are called: what stands before the @. */
    private static String nameFrom(EmailAddress mail) {
        return mail.value().substring(0, mail.value().indexOf('@')).replaceAll("[._+-]+", " ").strip();
    }
}
