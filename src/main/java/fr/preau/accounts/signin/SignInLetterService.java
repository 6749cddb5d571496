package fr.preau.accounts.signin;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInLetter;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the facts of sign-in letters when they leave: the secret is made again from the ticket's id. */
@Service
@FederationWide
@AllowedTo(Role.THE_HOUSE)
@Transactional(readOnly = true)
class SignInLetterService implements SignInLetters {

    private static final String STAFF_DOOR = "/connexion/equipe";

    private final SignInTickets tickets;
    private final StaffPasswords passwords;
    private final AccountService accounts;
    private final Tokens tokens;
    private final Clock clock;

    SignInLetterService(SignInTickets tickets, StaffPasswords passwords, AccountService accounts, Tokens tokens, Clock clock) {
        this.tickets = tickets;
        this.passwords = passwords;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<SignInLetter> write(SignInPost.Kind kind, UUID subject) {
        return switch (kind) {
            case INVITATION -> accounts.find(subject).filter(account -> !account.disabled())
                    .map(account -> passwords.findById(subject).isEmpty() ? new SignInLetter("invitation", "/connexion/mot-de-passe", null)
                            : new SignInLetter("another-centre", STAFF_DOOR, null));
            case LINK -> open(subject).map(ticket -> ownerIsStaff(ticket)
                    ? new SignInLetter("staff", STAFF_DOOR, null)
                    : new SignInLetter("link", "/connexion/lien/" + tokens.linkToken(subject), ticket.expiresAt()));
            case PASSWORD -> open(subject).map(ticket -> ownerIsStaff(ticket)
                    ? new SignInLetter("password", "/connexion/mot-de-passe/" + tokens.linkToken(subject), ticket.expiresAt())
                    : new SignInLetter("no-password", "/connexion", null));
        };
    }

    /** The ticket, while it can still be used by an account that is not shut. */
    private Optional<SignInTicket> open(UUID ticket) {
        return tickets.findById(ticket).filter(found -> found.isOpen(clock.instant()))
                .filter(found -> found.account().flatMap(accounts::find).filter(AccountRecord::disabled).isEmpty());
    }

    private boolean ownerIsStaff(SignInTicket ticket) {
        return ticket.account().filter(accounts::isStaff).isPresent();
    }
}
