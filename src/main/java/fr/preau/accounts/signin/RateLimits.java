package fr.preau.accounts.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often something may be tried. Kept in memory, for this process alone: two processes allow twice as much, and a
 * restart forgets, which the limits kept with each ticket do not.
 */
@Component
class RateLimits {

    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000).expireAfterAccess(Duration.ofHours(2)).build();

    RateLimits(Clock clock) {
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000L;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Takes one try; false when there is none left for now. */
    boolean take(Rule rule, String who) {
        return bucket(rule, who).tryConsume(1);
    }

    /** Whether there is no try left for now; asking takes none. */
    boolean isSpent(Rule rule, String who) {
        return bucket(rule, who).getAvailableTokens() == 0;
    }

    /** Gives a try back: it was no guess but the right answer. */
    void giveBack(Rule rule, String who) {
        bucket(rule, who).addTokens(1);
    }

    private Bucket bucket(Rule rule, String who) {
        return buckets.get(new Key(rule, who), key -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rule.times).refillGreedy(rule.times, rule.within))
                .withCustomTimePrecision(time).build());
    }

    /** Each with what a whole centre behind one address, or one person with trouble, may need. */
    enum Rule {
        LINKS_OF_A_LINE(40, Duration.ofMinutes(10)),
        LINKS_OF_AN_ADDRESS(5, Duration.ofMinutes(10)),
        LINKS_OF_AN_ADDRESS_FROM_A_LINE(3, Duration.ofMinutes(10)),
        LINKS_OF_AN_ADDRESS_FROM_ITS_BROWSER(5, Duration.ofMinutes(10)),
        LINKS_OF_ALL(1_000, Duration.ofMinutes(10)),
        CODES_OF_A_LINE(40, Duration.ofMinutes(10)),
        CODES_OF_A_NAME(10, Duration.ofMinutes(10)),
        CODES_OF_ALL(10_000, Duration.ofMinutes(10)),
        SLIPS_OF_A_LINE(40, Duration.ofMinutes(10)),
        PASSWORDS_OF_A_LINE(30, Duration.ofMinutes(10)),
        PASSWORDS_OF_AN_ACCOUNT(20, Duration.ofMinutes(10)),
        PASSWORDS_OF_AN_ACCOUNT_FROM_A_LINE(15, Duration.ofMinutes(10)),
        PASSWORDS_FROM_ITS_BROWSER(20, Duration.ofMinutes(10)),
        PASSWORDS_OF_ALL(1_000, Duration.ofMinutes(10)),
        PASSKEYS_OF_A_LINE(60, Duration.ofMinutes(10)),
        PASSKEYS_FROM_ITS_BROWSER(30, Duration.ofMinutes(10)),
        PASSKEYS_OF_ALL(1_000, Duration.ofMinutes(10)),
        FACTORS_OF_AN_ACCOUNT(10, Duration.ofHours(1)),
        FACTORS_FROM_ITS_BROWSER(10, Duration.ofHours(1)),
        DEMONSTRATION_OF_A_LINE(120, Duration.ofMinutes(10));

        private final long times;
        private final Duration within;

        Rule(long times, Duration within) {
            this.times = times;
            this.within = within;
        }
    }

    /** Somebody's name for a rule that counts what one line tries at her: a part of her tries, so that one line alone never has them all. */
    static String from(Visitor visitor, String who) {
        return who + " " + visitor.network();
    }

    private record Key(Rule rule, String who) {
    }
}
