package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The seeded base on the disk, made once per size and schema and copied for each bench. */
final class Base {

    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private Base() {
    }

    /** The folder of a stopped server that holds the seeded base; made when it is missing or of an older schema. */
    static Path of(Ground ground) throws Exception {
        Path folder = ground.target().resolve("bench").resolve("base-" + ground.factor() + "-" + fingerprint());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        ground.say("fills the base, which happens once a week and for each schema");
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        delete(draft);
        Files.createDirectories(draft.getParent());
        try (Database database = Database.start(draft)) {
            migrate(database);
            new Seed(ground.factor()).fill(database);
        }
        return Files.move(draft, folder);
    }

    private static void migrate(Database database) throws Exception {
        try (Connection connection = database.connection()) {
            var opened = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            // what it tells while it works is for its own log, and that only when something is wrong
            LIQUIBASE.setLevel(Level.WARNING);
            Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
                try (var liquibase = new Liquibase("db/changelog/master.yaml", new ClassLoaderResourceAccessor(), opened)) {
                    liquibase.setShowSummary(UpdateSummaryEnum.OFF);
                    liquibase.update(new Contexts());
                }
            });
        }
    }

    /** Another schema, another seed or another week is another base. */
    private static String fingerprint() throws IOException {
        long sum = Seed.EDITION * 31 + Seed.week().toEpochDay();
        Path changes = Path.of("src/main/resources/db/changelog");
        try (Stream<Path> files = Files.walk(changes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum = sum * 31 + Files.readString(file).hashCode();
            }
        }
        return Long.toHexString(sum);
    }

    static void copy(Path from, Path to) throws IOException, InterruptedException {
        delete(to);
        int failed = new ProcessBuilder("cp", "-a", "--reflink=auto", from.toString(), to.toString()).inheritIO().start().waitFor();
        if (failed != 0) {
            throw new IOException("The base could not be copied to " + to);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
