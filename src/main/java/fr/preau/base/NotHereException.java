package fr.preau.base;

import java.util.NoSuchElementException;

/**
 * What somebody means is not there: no longer, since a colleague took it away while the screen was open, or not for her. No bug: the
 * screen says it in words, and the log nothing.
 */
public class NotHereException extends NoSuchElementException {

    private static final long serialVersionUID = 1L;

    public NotHereException(String what) {
        super(what);
    }
}
