package fr.preau.base;

import org.jspecify.annotations.Nullable;

/** Too many people wanted the same thing at the same moment, even after several attempts; nothing was written. */
public class TooBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooBusyException(@Nullable Throwable last) {
        super("Every attempt met a conflict with another transaction", last);
    }
}
