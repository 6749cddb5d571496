package fr.preau.registrations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Draws the codes of requests, without a search for a free one: a code that is taken already, which the database says, is drawn
 * again with one digit more. Where that happened a moment ago the next ones begin with this digit, since it costs those who
 * register together their common transaction; in quiet hours a centre's codes are short again.
 */
@Component
class RequestCodes {

    private static final Duration BUSY = Duration.ofMinutes(10);
    private static final int CENTRES = 1_000;
    private static final int ATTEMPTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Cache<String, Integer> lengths = Caffeine.newBuilder().expireAfterWrite(BUSY).maximumSize(CENTRES).build();

    /** Does the work with a new code, and where the code is taken undoes it and does it again with another. */
    <T> T withNew(String centre, Function<RequestCode, T> work) {
        return withNew(centre, RequestCodes::draw, work);
    }

    <T> T withNew(String centre, IntUnaryOperator draw, Function<RequestCode, T> work) {
        for (int attempt = 1;; attempt++) {
            int digits = lengths.get(centre, none -> RequestCode.SHORTEST);
            try {
                return work.apply(RequestCode.of(centre, String.valueOf(draw.applyAsInt(digits))));
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !BrokenKey.REQUEST_CODE.isBrokenIn(failure)) {
                    throw failure;
                }
                lengths.put(centre, Math.min(digits + 1, RequestCode.LONGEST));
            }
        }
    }

    private static int draw(int digits) {
        int least = IntStream.range(1, digits).reduce(1, (number, digit) -> number * 10);
        return RANDOM.nextInt(least, least * 10);
    }
}
