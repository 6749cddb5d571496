package fr.preau.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a letter that brings somebody in. Its words stand in the bundles below {@code accounts.letter.<kind>}:
 * {@code subject}, {@code text}, {@code button}, {@code after}.
 *
 * @param kind   {@code link}, {@code staff} (the address belongs to staff, who sign in with their password), {@code staff-first} (and
 *               choose one first), {@code password}, {@code no-password}, {@code invitation}, {@code another-centre}, {@code federation},
 *               {@code federation-too} or {@code new-keys}
 * @param path   where the button leads, below the public address; it may hold the secret: for no log, no list
 * @param until  after this it is worth nothing; nothing for an invitation, which is only a way to the door
 */
public record SignInLetter(String kind, String path, @Nullable Instant until) {

    @Override
    public String toString() {
        return "SignInLetter[" + kind + "]";
    }
}
