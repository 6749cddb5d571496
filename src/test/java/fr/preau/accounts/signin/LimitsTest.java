package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.signin.RateLimits.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests of one limit each: without it, its test fails, whatever the others do. */
abstract class LimitsTest extends AtTheDoor {

    static final String NAME = "Amina Benali";

    @Autowired
    RateLimits limits;

    final Visitor here = new Visitor("192.0.2.1", "this browser", null);
    final Visitor elsewhere = new Visitor("192.0.2.2", "another browser", null);

    /** No try comes back while a test is slow. */
    @BeforeEach
    void timeStands() {
        clock.stop();
    }

    /** Uses all tries of a rule up, as strangers would, and says how many there were. */
    int spend(Rule rule, String who) {
        int times = 0;
        while (limits.take(rule, who)) {
            times++;
        }
        return times;
    }

    static void assertIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.In.class);
    }

    static void assertRefused(Outcome outcome, SignInRefusal why) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(why));
    }
}
