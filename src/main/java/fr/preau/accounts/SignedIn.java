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
 * @param round  the account's session round when they signed in; a newer one ends this session
 * @param since  when they signed in
 * @param onlyIn the centre whose reception gave the code that they came by: it opens what they have there, and nothing elsewhere;
 *               none for all other doors
 */
public record SignedIn(UUID account, String displayName, Set<Grant> grants, int round, Instant since, @Nullable UUID onlyIn)
        implements Principal, Serializable {

    /** So long after signing in one may change the keys themselves: an open screen that somebody left is not enough. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** Somebody who came by a door that opens all their centres. */
    public SignedIn(UUID account, String displayName, Set<Grant> grants, int round, Instant since) {
        this(account, displayName, grants, round, since, null);
    }

    @Override
    public String getName() {
        return account.toString();
    }

    /** Whether this person holds the role in this centre, or in the whole federation. */
    public boolean holds(Role role, @Nullable UUID centre) {
        return grants.stream().anyMatch(grant -> grant.role() == role && grant.holdsIn(centre));
    }

    /** Whether this session opens what the person has in this centre; no centre at all is no other centre. */
    public boolean opens(@Nullable UUID centre) {
        return onlyIn == null || centre == null || onlyIn.equals(centre);
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
