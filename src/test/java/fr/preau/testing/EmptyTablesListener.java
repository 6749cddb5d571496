package fr.preau.testing;

import java.lang.reflect.Modifier;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives each test class empty tables, unless it asks to keep them ({@link KeepsTables}); named in {@code spring.factories}. A {@code @Nested} class goes on with what its outer
 * class has put there.
 *
 * <p>Rows that a context writes when it starts are gone for the second class that shares the context: a test makes its own.
 */
public class EmptyTablesListener implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestClass(TestContext context) {
        Class<?> test = context.getTestClass();
        boolean nested = test.isMemberClass() && !Modifier.isStatic(test.getModifiers());
        if (!nested && !test.isAnnotationPresent(KeepsTables.class)) {
            TestDatabase.empty();
        }
    }

    /** Before the context is loaded (2000): a new context may fill the tables when it starts. */
    @Override
    public int getOrder() {
        return 1600;
    }
}
