package fr.preau.accounts;

import java.util.UUID;

/** Makes the codes that reception prints or reads out. */
public interface DeskCodes {

    /**
     * A new code of the current centre for a resident's account, which opens what she has in this centre; it is worth something for
     * ten minutes and once, and ends the one before. Whoever comes back while that one was still good, or bears a name that
     * strangers guess at, gets nine digits instead of six: they open at once, whatever goes on at the door.
     *
     * @throws IllegalArgumentException when the account is disabled or belongs to staff, who sign in with a password
     */
    DeskCode make(UUID account);
}
