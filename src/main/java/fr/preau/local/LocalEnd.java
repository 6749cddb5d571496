package fr.preau.local;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How the process ends: the database stops after the application context, which still writes while it closes. Spring sees to that as
 * soon as there is a context; before, when somebody presses Ctrl-C in the middle of a start, it is seen to here.
 */
final class LocalEnd {

    /** Of the process: devtools calls {@code main} a second time, with classes of its own. */
    private static final String LEFT_TO_SPRING = "preau.local.end";

    private LocalEnd() {
    }

    /** Takes care that this is stopped, from now on and whenever the process ends. */
    static void stops(Runnable database) {
        SpringApplication.getShutdownHandlers().add(database);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (System.getProperty(LEFT_TO_SPRING) == null) {
                database.run();
            }
        }, "early-end"));
    }

    /** Spring's hook is there when the context is refreshed, and not when it is initialized. */
    static void leaveToSpring(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> System.setProperty(LEFT_TO_SPRING, "true"));
    }
}
