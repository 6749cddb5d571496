package fr.preau.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.PreauApplication;
import fr.preau.demo.DemoAccountsFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Starts the whole of Préau on one machine: the database, the application and the demonstration. {@code ./preau run} calls it;
 * {@code java -jar preau-local.jar} does the same.
 *
 * <p>Environment: {@code PORT}, {@code PREAU_HOME}, {@code PREAU_DB_URL}, {@code PREAU_DB_USER}, {@code PREAU_DB_PASSWORD}.
 * The argument {@code --fresh} throws the embedded database away and begins with the demonstration again.
 */
public final class LocalPreau {

    private static final String FRESH = "--fresh";
    /** Of the process: it has been ready once, so that a start that fails is one of many while somebody develops. */
    private static final String RUNS = "preau.local.runs";
    private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";
    private static final int LOG_TAIL = 25;
    /** People's terminals speak UTF-8; the JVM asks the locale, which a bare machine has set to C. */
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private LocalPreau() {
    }

    public static void main(String[] arguments) {
        Path home = null;
        // What the driver has to say before there is a log would stand between the lines that people read.
        System.setProperty("mariadb.logging.disable", "true");
        try {
            if (Arrays.asList(arguments).contains(StartTraining.ARGUMENT)) {
                StartTraining.run(Path.of(System.getenv("PREAU_HOME")));
                return;
            }
            home = LocalFolder.of(System.getenv());
            int port = port(System.getenv());
            StartTraining.endThatOfAKilledOne();
            start(home, port, arguments);
            greet(home, port);
            System.setProperty(RUNS, "true");
            StartTraining.beginIfWanted();
        } catch (LocalStartException e) {
            fail(e.getMessage());
        } catch (RuntimeException | Error e) {
            if (e.getClass().getName().endsWith("SilentExitException")) {
                throw e; // devtools ends the first of its two calls so
            }
            if (Boolean.getBoolean(RUNS)) {
                OUT.println(reasons(home, e));
                throw e; // devtools waits for the next change, and tries again
            }
            LocalStartException reason = LocalStartException.behind(e);
            fail(reason == null ? reasons(home, e) : reason.getMessage());
        }
    }

    private static void start(Path home, int port, String[] arguments) {
        boolean fresh = Arrays.asList(arguments).contains(FRESH);
        LocalDatabase database = LocalDatabase.open(System.getenv(), home, fresh, server ->
                server.keepRunning(gap -> OUT.println(LocalStartException.text("database-again", gap.toSeconds() + 1)),
                        failure -> fail(LocalStartException.text("database-died", failure.getMessage()))));
        if (fresh) {
            forget(home.resolve("files"), home.resolve(DemoAccountsFile.NAME));
        }
        if (ClassUtils.isPresent(DEVTOOLS, null)) {
            database.door(); // the second call of devtools shall find it
        }
        Map<String, Object> defaults = defaults(home, port);
        defaults.put("preau.demo", "true");
        SpringApplication application = application(database, defaults);
        application.addInitializers(LocalEnd::leaveToSpring);
        application.setAdditionalProfiles("demo");
        application.run(Arrays.stream(arguments).filter(argument -> !argument.equals(FRESH)).toArray(String[]::new));
    }

    static SpringApplication application(LocalDatabase database, Map<String, Object> defaults) {
        SpringApplication application = PreauApplication.application();
        application.setDefaultProperties(defaults);
        application.addInitializers(usingDatabase(database));
        return application;
    }

    /** Asked for when the pool is made, and not before: the application reads its own components while the server starts. */
    private static ApplicationContextInitializer<ConfigurableApplicationContext> usingDatabase(LocalDatabase database) {
        return context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    LocalDatabase.Door door = database.door();
                    pool.setJdbcUrl(door.url());
                    pool.setUsername(door.user());
                    pool.setPassword(door.password());
                }
                return bean;
            }
        });
    }

    /** From the moment when the command was typed, the building included. */
    private static long secondsSinceTheBegin() {
        long now = System.currentTimeMillis() / 1000;
        return now - Long.getLong("preau.begin", ProcessHandle.current().info().startInstant().map(Instant::getEpochSecond).orElse(now));
    }

    /** Each of these yields to a variable or an argument that says otherwise. */
    static Map<String, Object> defaults(Path home, int port) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("server.port", port);
        // The demonstration lets everyone in by one click: it is for this machine, unless SERVER_ADDRESS says otherwise.
        defaults.put("server.address", "127.0.0.1");
        defaults.put("preau.home", home.toString());
        defaults.put("server.servlet.session.store-dir", home.resolve("sessions").toString());
        defaults.put("logging.file.name", home.resolve("preau.log").toString());
        defaults.put("logging.threshold.console", "OFF");
        defaults.put("spring.main.banner-mode", "off");
        return defaults;
    }

    private static int port(Map<String, String> environment) {
        String wanted = environment.getOrDefault("PORT", "").isBlank() ? "8080" : environment.get("PORT").strip();
        if (!wanted.matches("\\d{1,5}") || Integer.parseInt(wanted) < 1 || Integer.parseInt(wanted) > 65535) {
            throw new LocalStartException("port-not-a-number", wanted);
        }
        int port = Integer.parseInt(wanted);
        if (LocalDatabase.isRunningAlready()) {
            return port; // devtools' second call: the port is being handed over
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        } catch (IOException e) {
            throw new LocalStartException("port-taken", e, port, port + 1);
        }
        return port;
    }

    private static void greet(Path home, int port) {
        OUT.println();
        OUT.println(LocalStartException.text("ready", "http://localhost:" + port, secondsSinceTheBegin()));
        Path accounts = home.resolve(DemoAccountsFile.NAME);
        if (Files.exists(accounts)) {
            try {
                OUT.println();
                OUT.println(Files.readString(accounts).strip());
            } catch (IOException e) {
                OUT.println(accounts);
            }
        }
        OUT.println();
        OUT.println(LocalStartException.text("ready-how", "http://localhost:" + port, home, home.resolve("preau.log")));
    }

    private static void forget(Path... paths) {
        for (Path path : paths) {
            FileTrees.deleteQuietly(path);
        }
    }

    /** A failure that nobody foresaw: the end of the log is the best that can be shown. */
    private static String reasons(@Nullable Path home, Throwable failure) {
        Path log = home == null ? null : home.resolve("preau.log");
        List<String> tail = List.of();
        try {
            if (log != null && Files.exists(log)) {
                // the reasons, without the calls that led to them
                List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t...")).toList();
                tail = lines.subList(Math.max(0, lines.size() - LOG_TAIL), lines.size());
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        String shown = tail.isEmpty() ? String.valueOf(failure) : String.join("\n", tail);
        return LocalStartException.text("start-failed", String.valueOf(log), shown);
    }

    private static void fail(String message) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println("\n" + message);
        // Not from this thread's own end: shutdown hooks stop the server and the context.
        System.exit(1);
    }
}
