package fr.preau.testing;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Leaves nobody signed in after a test, and the clock right before it; named in {@code spring.factories}. Each application puts
 * its own holder of the signed-in user into a static field when it starts: of several in one JVM, the test's own one has it.
 */
public class SignOutListener implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext context) {
        var application = context.getApplicationContext();
        application.getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
        application.getBeanProvider(SecurityContextHolderStrategy.class).ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }

    @Override
    public void afterTestMethod(TestContext context) {
        SignIn.out();
    }
}
