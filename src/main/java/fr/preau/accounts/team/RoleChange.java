package fr.preau.accounts.team;

import fr.preau.accounts.AccountService;
import fr.preau.base.Role;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives and takes roles in a centre, or in the federation where no centre is named, until they are the wanted ones. */
@Component
class RoleChange {

    private final AccountService accounts;

    RoleChange(AccountService accounts) {
        this.accounts = accounts;
    }

    /** Within the caller's transaction. */
    void apply(UUID account, @Nullable UUID centre, Collection<Role> held, Collection<Role> wanted) {
        wanted.stream().filter(role -> !held.contains(role)).forEach(role -> accounts.grant(account, role, centre));
        held.stream().filter(role -> !wanted.contains(role)).forEach(role -> accounts.revoke(account, role, centre));
        // A role that is new is there at the next sign-in: so that comes at the next click.
        accounts.endSessions(account);
    }
}
