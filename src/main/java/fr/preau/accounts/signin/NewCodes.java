package fr.preau.accounts.signin;

import java.util.List;

/** Whether new codes on paper were made. */
public sealed interface NewCodes {

    /** To be shown once. */
    record Made(List<String> codes) implements NewCodes {
    }

    /** The old ones are good as before. */
    record Refused(SignInRefusal why) implements NewCodes {
    }
}
