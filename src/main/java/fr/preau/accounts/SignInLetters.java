package fr.preau.accounts;

import java.util.Optional;
import java.util.UUID;

/** Says what a letter of {@link SignInPost} must say, as things stand when it leaves. */
public interface SignInLetters {

    /** Nothing when the link has been used, is too old, or its account is shut: then the letter does not leave. */
    Optional<SignInLetter> write(SignInPost.Kind kind, UUID subject);
}
