package fr.preau.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A start for nothing, on data that are thrown away, so that the JVM can write down what a start loads (JEP 483 and 514): later
 * starts then cost about half the processor time. It runs once after a build, beside the Préau that people already use and with the
 * lowest priority, because the first start is the one for which they wait longest. Without it all works too, so a failure
 * here says nothing.
 *
 * @param cache where the JVM's notes go; the script names it when it is not there yet, and later starts use it
 */
record StartTraining(Path cache) {

    /** The argument that makes a process a trainee. */
    static final String ARGUMENT = "--train";
    private static final String CENTRE = "/centres/belencontre";
    private static final String WANTED = "preau.train";
    private static final List<String> GENTLY = List.of("/usr/bin/setsid", "/usr/bin/nice");
    private static final System.Logger LOG = System.getLogger(StartTraining.class.getName());

    /**
     * A Préau that was killed left its trainee behind: it would take a processor from this start, and write the same notes as the one
     * that follows it.
     */
    static void endThatOfAKilledOne() {
        wanted().ifPresent(training -> ProcessHandle.allProcesses().filter(training::isOurs).forEach(training::end));
    }

    /** Begins when the script has asked for it; ends with this process at the latest. */
    static void beginIfWanted() {
        wanted().ifPresent(StartTraining::begin);
    }

    private static Optional<StartTraining> wanted() {
        return Optional.of(System.getProperty(WANTED, "")).filter(cache -> !cache.isBlank()).map(cache -> new StartTraining(Path.of(cache)));
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().arguments().map(List::of).filter(arguments -> arguments.contains(output())).isPresent();
    }

    private void begin() {
        try {
            Process trainee = command().start();
            SpringApplication.getShutdownHandlers().add(() -> end(trainee.toHandle()));
            trainee.onExit().thenAccept(this::keep);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no training", e);
        }
    }

    private ProcessBuilder command() {
        // setsid: Ctrl-C is not for the trainee, which would write its notes before it ends
        List<String> command = new ArrayList<>(GENTLY.stream().filter(program -> Files.isExecutable(Path.of(program))).toList());
        if (command.contains("/usr/bin/nice")) {
            command.addAll(List.of("-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the notes hold for the same collector and the same class path only
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(argument -> !argument.startsWith("-Dpreau.")).forEach(command::add);
        command.addAll(List.of(output(), "-jar", System.getProperty("java.class.path"), ARGUMENT));
        ProcessBuilder trainee = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        trainee.environment().putAll(Map.of("PREAU_HOME", folder().toString(), "PORT", "0"));
        return trainee;
    }

    private String output() {
        return "-XX:AOTCacheOutput=" + draft();
    }

    private Path draft() {
        return cache.resolveSibling(cache.getFileName() + ".new");
    }

    private Path folder() {
        return cache.resolveSibling("training");
    }

    private void keep(Process trainee) {
        try {
            if (trainee.exitValue() == 0 && Files.exists(draft())) {
                Files.move(draft(), cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "training was in vain", e);
        }
        forget();
    }

    /** By force, its server too: the data are thrown away. */
    private void end(ProcessHandle trainee) {
        if (trainee.isAlive()) {
            Stream.concat(trainee.descendants(), Stream.of(trainee)).forEach(ServerProcesses::endByForce);
            forget();
        }
    }

    private void forget() {
        FileTrees.deleteQuietly(folder());
        FileTrees.deleteQuietly(draft());
        FileTrees.deleteQuietly(cache.resolveSibling(draft().getFileName() + ".config"));
    }

    /** What the trainee does: one centre of the demonstration, any port, a look at the doors and at what stands behind them. */
    static void run(Path home) {
        // also when this process itself is told to end, and not by the one that began it
        EmbeddedMariaDb database = EmbeddedMariaDb.prepare(home.resolve("database"), LocalEnd::stops);
        database.serve();
        var defaults = LocalPreau.defaults(home, 0);
        defaults.putAll(Map.of("preau.demo", "true", "preau.demo-centres", "1"));
        SpringApplication application = LocalPreau.application(
                LocalDatabase.at(LocalDatabase.Door.of(database)), defaults);
        application.setAdditionalProfiles("demo");
        try (ConfigurableApplicationContext context = application.run(); HttpClient visitor = HttpClient.newHttpClient()) {
            String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
            for (String page : List.of("/", CENTRE, CENTRE + "/activites", CENTRE + "/activites/foot-en-salle", "/connexion", "/app/")) {
                visitor.send(HttpRequest.newBuilder(URI.create(address + page)).build(), HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            database.stop();
        }
        System.exit(0);
    }
}
