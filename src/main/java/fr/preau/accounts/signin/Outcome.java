package fr.preau.accounts.signin;

import fr.preau.accounts.SignedIn;
import java.util.List;
import java.util.UUID;

/** How a try to come in ended. */
public sealed interface Outcome {

    /**
     * Inside.
     *
     * @param recoveryCodes those just made, to be shown once; mostly none
     */
    record In(SignedIn user, WayOn way, List<String> recoveryCodes) implements Outcome {
        public In(SignedIn user, WayOn way) {
            this(user, way, List.of());
        }
    }

    /** One more step: the second factor, in the same browser. */
    record Next(UUID step) implements Outcome {
    }

    /** Not this time. */
    record Refused(SignInRefusal why) implements Outcome {
    }
}
