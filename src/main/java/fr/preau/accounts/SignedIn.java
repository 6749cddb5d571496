package fr.preau.accounts;

import fr.preau.base.Role;
import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in: the principal of the security context.
 *
 * @param round the account's session round when they signed in; a newer one ends this session
 * @param since when they signed in
 */
public record SignedIn(UUID account, String displayName, Set<Grant> grants, int round, Instant since) implements Principal, Serializable {

    /** So long after signing in one may change the keys themselves: an open screen that somebody left is not enough. */
    static final Duration FRESH = Duration.ofMinutes(10);

    @Override
    public String getName() {
        return account.toString();
    }

    /** Whether this person holds the role in this centre, or in the whole federation. */
    public boolean holds(Role role, @Nullable UUID centre) {
        return grants.stream().anyMatch(grant -> grant.role() == role && grant.holdsIn(centre));
    }

    /** Whether this person has shown the keys a moment ago. */
    public boolean isFresh(Instant now) {
        return now.isBefore(since.plus(FRESH));
    }

    /** Whether one of the roles that sign in with a password and a second factor is held anywhere. */
    public boolean isStaff() {
        return grants.stream().anyMatch(grant -> grant.role().isStaff());
    }
}
