package fr.preau.testing;

import fr.preau.accounts.Grant;
import fr.preau.accounts.SignedIn;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Says who does the next steps of a test on this thread; after each test nobody is signed in. */
public final class SignIn {

    private SignIn() {
    }

    /** Somebody of the centre's staff with these roles. */
    public static SignedIn as(UUID centre, Role... roles) {
        return as(Ids.next(), Arrays.stream(roles)
                .map(role -> new Grant(role, role.isFederationWide() ? null : centre)).collect(Collectors.toSet()));
    }

    /** A resident with this account. */
    public static SignedIn asResident(UUID account) {
        return as(account, Set.of());
    }

    /** A resident with this account, who came by a code of this centre's reception. */
    public static SignedIn byCode(UUID account, UUID centre) {
        return as(new SignedIn(account, "Test", Set.of(), 0, Instant.now(), centre));
    }

    /** An account with these roles. */
    public static SignedIn as(UUID account, Set<Grant> grants) {
        return as(new SignedIn(account, "Test", grants, 0, Instant.now()));
    }

    /** This very session. */
    public static SignedIn as(SignedIn user) {
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.NO_AUTHORITIES)));
        return user;
    }

    /** Nobody. */
    public static void out() {
        SecurityContextHolder.clearContext();
    }
}
