package fr.preau.accounts;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Compares what an {@link AllowedTo} says with who is here. */
public final class AccessRules {

    private AccessRules() {
    }

    /** Whether the current user may use this class (a screen, a page). One that is in no centre asks for the role in any centre. */
    public static boolean allows(Class<?> door) {
        return ruleOf(door).filter(rule -> allows(rule) || CurrentCentre.find().isEmpty() && isHeldSomewhere(rule)).isPresent();
    }

    private static boolean isHeldSomewhere(AllowedTo rule) {
        return CurrentUser.find().filter(user -> user.grants().stream().anyMatch(grant -> List.of(rule.value()).contains(grant.role()))).isPresent();
    }

    /** Whether the current user may call this method: its own rule, else its class's, else nobody. */
    static boolean allows(Method method, Class<?> target) {
        return ruleOf(method).or(() -> ruleOf(target)).filter(AccessRules::allows).isPresent();
    }

    /** Whether the current user is one of those named, in the current centre. */
    public static boolean allows(AllowedTo rule) {
        var centre = CurrentCentre.find().orElse(null);
        var user = CurrentUser.find();
        return Arrays.stream(rule.value()).anyMatch(role -> switch (role) {
            case ANYONE, THE_HOUSE -> true;
            default -> user.isPresent() && matches(role, user.get(), centre);
        });
    }

    static boolean matches(Role role, SignedIn user, @Nullable UUID centre) {
        return switch (role) {
            case ANYONE, THE_HOUSE -> true;
            case SIGNED_IN -> user.opens(centre);
            default -> user.holds(role, centre);
        };
    }

    private static Optional<AllowedTo> ruleOf(AnnotatedElement element) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, AllowedTo.class));
    }
}
