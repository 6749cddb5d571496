package fr.preau.accounts;

import java.io.Serializable;
import java.time.Instant;

/**
 * A way in to read out or print.
 *
 * @param name   what the person types with the code
 * @param digits six digits, or nine when six are being guessed at
 * @param path   for the printed slip, as a QR code: there the code alone is enough
 */
public record DeskCode(String name, String digits, String path, Instant until) implements Serializable {

    /** "482 913", as it is read. */
    public String shown() {
        return digits.replaceAll("(.{3})(?=.)", "$1\u00a0");
    }

    @Override
    public String toString() {
        return "DeskCode[until=" + until + "]";
    }
}
