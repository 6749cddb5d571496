package fr.preau.base;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who a person is for a centre, for the federation, or for the software.
 * <p>
 * The first six are held in a centre, the next two in the federation; the last three are not held but met:
 * they say in an {@link AllowedTo} who else may come in.
 */
public enum Role {
    RESIDENT, VOLUNTEER, YOUNG_AUTHOR, ANIMATOR, RECEPTION, DIRECTOR,
    FEDERATION, TECHNICIAN,
    /** Whoever is signed in: each method then looks at what belongs to that account. */
    SIGNED_IN,
    /** Everybody, signed in or not: public pages. */
    ANYONE,
    /** Our own code only (jobs, other modules' services): never called from a screen or a page. */
    THE_HOUSE;

    private static final Set<Role> STAFF = EnumSet.of(ANIMATOR, RECEPTION, DIRECTOR, FEDERATION, TECHNICIAN);

    /** Whether this role signs in with a password and a second factor. */
    public boolean isStaff() {
        return STAFF.contains(this);
    }

    /** Whether this role is held in the whole federation, not in one centre. */
    public boolean isFederationWide() {
        return this == FEDERATION || this == TECHNICIAN;
    }
}
