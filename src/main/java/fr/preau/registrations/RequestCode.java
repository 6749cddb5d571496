package fr.preau.registrations;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a family says on the phone to name its request: the centre's letters and a few digits, "BEL-482-716". Drawn, not
 * counted: nobody learns from it how many others ask. It names, and opens nothing.
 */
record RequestCode(String value) {

    private static final int SHORTEST = 6;
    private static final int LONGEST = 8;
    private static final int FIRST_GROUP = 3;
    private static final Pattern NOT_SAID = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern SPOKEN = Pattern.compile("[A-Z]{0,3}(\\d{" + SHORTEST + "," + LONGEST + "})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Does the work with a new code. Where the code is taken already, which the database says, the work is undone and done
     * again with one digit more: a busy centre gets longer codes by itself, without a search for a free one.
     */
    static <T> T withNew(String centre, Function<RequestCode, T> work) {
        return withNew(centre, RequestCode::draw, work);
    }

    static <T> T withNew(String centre, IntUnaryOperator draw, Function<RequestCode, T> work) {
        for (int digits = SHORTEST;; digits++) {
            try {
                return work.apply(of(centre, String.valueOf(draw.applyAsInt(digits))));
            } catch (RuntimeException failure) {
                if (digits == LONGEST || !BrokenKey.REQUEST_CODE.isBrokenIn(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static int draw(int digits) {
        int least = IntStream.range(1, digits).reduce(1, (number, digit) -> number * 10);
        return RANDOM.nextInt(least, least * 10);
    }

    static RequestCode of(String centre, String digits) {
        return new RequestCode(centre.toUpperCase(Locale.ROOT) + "-" + digits.substring(0, FIRST_GROUP) + "-" + digits.substring(FIRST_GROUP));
    }

    /** The digits that somebody who types a code means, however she writes it; nothing when it cannot be one. */
    static Optional<String> digitsIn(String typed) {
        var code = SPOKEN.matcher(NOT_SAID.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll(""));
        return code.matches() ? Optional.of(code.group(1)) : Optional.empty();
    }
}
