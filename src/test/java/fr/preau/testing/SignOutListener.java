package fr.preau.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Leaves nobody signed in after a test, and the clock right before a class; named in {@code spring.factories}. */
public class SignOutListener implements TestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext context) {
        context.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
    }

    @Override
    public void afterTestMethod(TestContext context) {
        SignIn.out();
    }
}
