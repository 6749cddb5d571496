package fr.preau.registrations;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a family says on the phone to name its request: the centre's letters and a few digits, "BEL-482-716". Drawn, not
 * counted: nobody learns from it how many others ask. It names, and opens nothing.
 */
public record RequestCode(String value) {

    static final int SHORTEST = 6;
    static final int LONGEST = 8;
    private static final int FIRST_GROUP = 3;
    private static final Pattern NOT_SAID = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern SPOKEN = Pattern.compile("[A-Z]{0,3}(\\d{" + SHORTEST + "," + LONGEST + "})");

    public static RequestCode of(String centre, String digits) {
        return new RequestCode(centre.toUpperCase(Locale.ROOT) + "-" + digits.substring(0, FIRST_GROUP) + "-" + digits.substring(FIRST_GROUP));
    }

    /** The digits that somebody who types a code means, however she writes it; nothing when it cannot be one. */
    public static Optional<String> digitsIn(String typed) {
        var code = SPOKEN.matcher(NOT_SAID.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll(""));
        return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
    }
}
