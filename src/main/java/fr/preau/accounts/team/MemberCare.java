package fr.preau.accounts.team;

import fr.preau.accounts.signin.PasskeyRecord;
import fr.preau.base.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be done for a member, by whoever looks after a team: a director in her centre, an officer in the federation. */
public interface MemberCare {

    /** What can be given, in the order in which it is offered. */
    List<Role> roles();

    /** Nothing for who is not in this care. */
    Optional<Member> find(UUID account);

    /** Makes these the roles of a member; none at all takes the person out of the team. */
    Optional<TeamRefusal> changeRoles(UUID account, Collection<Role> wanted);

    /** Shuts the account, at its next click. */
    Optional<TeamRefusal> shut(UUID account, Why why);

    /** Opens an account again that was shut. */
    Optional<TeamRefusal> open(UUID account, Why why);

    /** For who has lost phone and paper: password and passkeys open no more, the next sign-in begins in the mailbox, then with a new app. */
    Optional<TeamRefusal> forgetSecondFactor(UUID account);

    /** Sends the way in once more: the invitation to who has never chosen a password, else the way to a new one. */
    Optional<TeamRefusal> writeAgain(UUID account);

    /** None of who is not in this care. */
    List<PasskeyRecord> passkeysOf(UUID account);

    /** Takes away a lost passkey. */
    Optional<TeamRefusal> removePasskey(UUID account, UUID passkey);
}
