package fr.preau.base;

/** Somebody worked on a centre's data without saying which centre: a bug. */
public class NoCentreException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public NoCentreException() {
        super("No centre is set for this work");
    }
}
