package fr.preau.accounts;

import fr.preau.base.EmailAddress;
import java.util.UUID;

/**
 * Takes what brings somebody in to the post. Accounts may not know the post itself; whoever may know both implements
 * this, and writes the words from {@link SignInLetters} at the moment when the letter leaves. What is handed over
 * holds no secret: only ids.
 */
public interface SignInPost {

    /**
     * Posts a letter, within the running transaction: if that is undone, nothing leaves.
     *
     * @param occasion what it is posted for: the same twice is one letter
     */
    void post(Kind kind, UUID subject, UUID occasion, EmailAddress reader, String name);

    /** What a letter is for. */
    enum Kind {
        /** A link to sign in; the subject is a ticket. */
        LINK,
        /** A link to choose a password; the subject is a ticket. */
        PASSWORD,
        /** "You are part of the team now"; the subject is an account. */
        INVITATION,
        /** "Come in again, with new keys"; the subject is an account. */
        NEW_KEYS
    }
}
