package fr.preau.base;

/** Too many people wanted the same thing at the same moment, even after several attempts; nothing was written. */
public class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooBusyException(Throwable last) {
        super("Every attempt met a conflict with another transaction", last);
    }

    /** Before there was an attempt. */
    public TooBusyException(String why) {
        super(why);
    }
}
