package fr.preau.accounts;

import java.util.UUID;

/** Makes the codes that reception prints or reads out. */
public interface DeskCodes {

    /**
     * A new code for a resident's account; it is worth something for ten minutes and once, and ends the one before.
     *
     * @throws IllegalArgumentException when the account is disabled or belongs to staff, who sign in with a password
     */
    DeskCode make(UUID account);
}
