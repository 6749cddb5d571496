package fr.preau.registrations;

/** Code tried a step that the table of {@link RegistrationState} does not have: a bug, never shown to a person. */
public class IllegalTransitionException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    IllegalTransitionException(RegistrationState from, RegistrationState to) {
        super(from + " cannot become " + to);
    }
}
