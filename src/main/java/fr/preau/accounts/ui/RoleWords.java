package fr.preau.accounts.ui;

import fr.preau.base.Role;
import fr.preau.base.Texts;

/** The keys of what roles are called and may do. */
final class RoleWords {

    private RoleWords() {
    }

    static String name(Role role) {
        return "accounts.role." + Texts.word(role);
    }

    static String more(Role role) {
        return "accounts.role-more." + Texts.word(role);
    }
}
