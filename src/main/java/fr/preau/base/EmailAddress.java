package fr.preau.base;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
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

    /** Wider than what is read today: addresses that were kept before still are some. */
    private static final Pattern FORM = Pattern.compile("[^\\s@\"<>(),;:\\\\\\[\\]\\p{Cntrl}]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+(?:[\\p{L}]{2,63}|xn--[a-z0-9-]{1,59})");

    public EmailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a mail address");
        }
    }

    /**
     * Reads what a person typed; nothing when it cannot be an address. What stands before the @ is ASCII: no mail of ours
     * reaches anything else, and letters that merely look alike would make two addresses of one.
     */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = typed.strip();
        int at = plain.lastIndexOf('@');
        if (at < 1 || !StandardCharsets.US_ASCII.newEncoder().canEncode(plain.substring(0, at))) {
            return Optional.empty();
        }
        return domain(plain.substring(at + 1)).map(domain -> (plain.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT))
                .filter(EmailAddress::isOne).map(EmailAddress::new);
    }

    /** The name by which mail servers know the domain: letters outside ASCII make another one ("xn--…"), however they look. */
    private static Optional<String> domain(String typed) {
        try {
            return Optional.of(IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    private static boolean isOne(String value) {
        return value.length() <= MAX_LENGTH && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
