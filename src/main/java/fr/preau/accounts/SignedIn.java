package fr.preau.accounts;

import fr.preau.base.Role;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in: the principal of the security context.
 *
 * @param round the account's session round when they signed in; a newer one ends this session
 */
public record SignedIn(UUID account, String displayName, Set<Grant> grants, int round) implements Principal, Serializable {

    @Override
    public String getName() {
        return account.toString();
    }

    /** Whether this person holds the role in this centre, or in the whole federation. */
    public boolean holds(Role role, @Nullable UUID centre) {
        return grants.stream().anyMatch(grant -> grant.role() == role && grant.holdsIn(centre));
    }

    /** Whether one of the roles that sign in with a password and a second factor is held anywhere. */
    public boolean isStaff() {
        return grants.stream().anyMatch(grant -> grant.role().isStaff());
    }
}
