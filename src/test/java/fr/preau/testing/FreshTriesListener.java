package fr.preau.testing;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Gives each test a door at which nobody has tried anything yet: the limits on guessing live in the memory of an application that
 * tests share; named in {@code spring.factories}.
 */
public class FreshTriesListener implements TestExecutionListener, Ordered {

    private static final String LIMITS = "rateLimits";

    @Override
    public void beforeTestMethod(TestContext context) {
        if (context.hasApplicationContext() && context.getApplicationContext().containsBean(LIMITS)) {
            var limits = context.getApplicationContext().getBean(LIMITS);
            ((Cache<?, ?>) Objects.requireNonNull(ReflectionTestUtils.getField(limits, "buckets"))).invalidateAll();
        }
    }

    /** After the context is there (2000). */
    @Override
    public int getOrder() {
        return 2100;
    }
}
