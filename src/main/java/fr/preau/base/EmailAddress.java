package fr.preau.base;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it is compared and kept: trimmed, its domain in lower case, and its local part too, since no
 * provider in use tells them apart. Only the form is checked; a message that arrives is the only proof.
 */
public record EmailAddress(String value) {

    /** RFC 5321: 254 characters at most. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern FORM = Pattern.compile("[^\\s@\"<>(),;:\\\\\\[\\]\\p{Cntrl}]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,63}");

    public EmailAddress {
        if (!FORM.matcher(value).matches() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    /** Reads what a person typed; nothing when it cannot be an address. */
    public static Optional<EmailAddress> parse(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        return value.length() <= MAX_LENGTH && FORM.matcher(value).matches()
                ? Optional.of(new EmailAddress(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
