package fr.preau.accounts;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is at the other end of this request. */
public final class CurrentUser {

    private CurrentUser() {
    }

    public static Optional<SignedIn> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.isAuthenticated() && authentication.getPrincipal() instanceof SignedIn user
                ? Optional.of(user) : Optional.empty();
    }

    /**
     * Whoever is signed in.
     *
     * @throws IllegalStateException when nobody is: the access rules should have stopped the call before
     */
    public static SignedIn require() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** The account that does this work; nothing for a job or a token page. */
    public static Optional<UUID> account() {
        return find().map(SignedIn::account);
    }

    /** Whether the current user holds one of these roles in the current centre. */
    public static boolean isOneOf(Role... roles) {
        var centre = CurrentCentre.find().orElse(null);
        return find().filter(user -> Arrays.stream(roles).anyMatch(role -> AccessRules.matches(role, user, centre))).isPresent();
    }
}
