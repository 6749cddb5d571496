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
    private static final String NEW_PASSWORD = "/connexion/mot-de-passe";

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
            case INVITATION -> openAccount(subject).map(account -> invitation(subject));
            case NEW_KEYS -> openAccount(subject).map(account -> new SignInLetter("new-keys", NEW_PASSWORD, null));
            case LINK -> open(subject).map(ticket -> ownerIsStaff(ticket)
                    ? theirOwnDoor(ticket)
                    : new SignInLetter("link", "/connexion/lien/" + tokens.linkToken(subject), ticket.expiresAt()));
            case PASSWORD -> open(subject).map(ticket -> ownerIsStaff(ticket)
                    ? new SignInLetter("password", "/connexion/mot-de-passe/" + tokens.linkToken(subject), ticket.expiresAt())
                    : new SignInLetter("no-password", "/connexion", null));
        };
    }

    /** To the password, or first to choosing one: somebody of the staff may have been a resident until now. */
    private SignInLetter theirOwnDoor(SignInTicket ticket) {
        return ticket.account().filter(this::hasPassword).isPresent()
                ? new SignInLetter("staff", ticket.wayOn().by(STAFF_DOOR), null)
                : new SignInLetter("staff-first", ticket.wayOn().by(NEW_PASSWORD), null);
    }

    private Optional<AccountRecord> openAccount(UUID account) {
        return accounts.find(account).filter(found -> !found.disabled());
    }

    /** In the name of the centre; of the federation for who works in no centre. */
    private SignInLetter invitation(UUID account) {
        boolean isNew = !hasPassword(account);
        boolean ofTheFederation = accounts.rolesOf(account).stream().allMatch(grant -> grant.centre() == null);
        return isNew ? new SignInLetter(ofTheFederation ? "federation" : "invitation", NEW_PASSWORD, null)
                : new SignInLetter(ofTheFederation ? "federation-too" : "another-centre", STAFF_DOOR, null);
    }

    /** The ticket, while it can still be used by an account that is not shut. */
    private Optional<SignInTicket> open(UUID ticket) {
        return tickets.findById(ticket).filter(found -> found.isOpen(clock.instant()))
                .filter(found -> found.account().flatMap(accounts::find).filter(AccountRecord::disabled).isEmpty());
    }

    private boolean hasPassword(UUID account) {
        return passwords.findById(account).flatMap(StaffPassword::hash).isPresent();
    }

    private boolean ownerIsStaff(SignInTicket ticket) {
        return ticket.account().filter(accounts::isStaff).isPresent();
    }
}
