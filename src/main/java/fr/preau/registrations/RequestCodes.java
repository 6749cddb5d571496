package fr.preau.registrations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.base.UniqueKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Draws the codes of requests, mostly without a search for a free one: a code that is taken already, which the database says, is drawn
 * again with one digit more. Where that happened a moment ago the next ones begin with this digit, since it costs those who
 * register together their common transaction; in quiet hours a centre's codes are short again.
 */
@Component
class RequestCodes {

    /** A code that another request has. */
    private static final UniqueKey REQUEST_CODE = UniqueKey.named("request_code");

    private static final Duration BUSY = Duration.ofMinutes(10);
    private static final int CENTRES = 1_000;
    private static final int ATTEMPTS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Registrations registrations;
    private final Cache<String, Integer> lengths = Caffeine.newBuilder().expireAfterWrite(BUSY).maximumSize(CENTRES).build();

    RequestCodes(Registrations registrations) {
        this.registrations = registrations;
    }

    /** Does the work with a new code, and where the code is taken undoes it and does it again with another. */
    <T> T withNew(String centre, Function<RequestCode, T> work) {
        return withNew(centre, RequestCodes::draw, work);
    }

    <T> T withNew(String centre, IntUnaryOperator draw, Function<RequestCode, T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.apply(free(centre, draw));
        }
        for (int attempt = 1;; attempt++) {
            int digits = lengths.get(centre, none -> RequestCode.SHORTEST);
            try {
                return work.apply(RequestCode.of(centre, String.valueOf(draw.applyAsInt(digits))));
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !REQUEST_CODE.isBrokenIn(failure)) {
                    throw failure;
                }
                lengths.put(centre, Math.min(digits + 1, RequestCode.LONGEST));
            }
        }
    }

    /** In a running transaction nothing can be done again, so a free one is looked for. */
    private RequestCode free(String centre, IntUnaryOperator draw) {
        return Stream.generate(() -> RequestCode.of(centre, String.valueOf(draw.applyAsInt(RequestCode.SHORTEST))))
                .filter(code -> !registrations.hasCode(code)).findFirst().orElseThrow();
    }

    private static int draw(int digits) {
        int least = IntStream.range(1, digits).reduce(1, (number, digit) -> number * 10);
        return RANDOM.nextInt(least, least * 10);
    }
}
