package fr.preau.accounts.ui;

import fr.preau.base.Role;
import java.util.Locale;

/** The keys of what roles are called and may do. */
final class RoleWords {

    private RoleWords() {
    }

    static String name(Role role) {
        return "accounts.role." + key(role);
    }

    static String more(Role role) {
        return "accounts.role-more." + key(role);
    }

    private static String key(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
