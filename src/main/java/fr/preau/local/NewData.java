package fr.preau.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes the data of a new server: the system tables and no account but the one that MariaDB locks for itself. */
final class NewData {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String NOBODY = "DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';\nDELETE FROM mysql.proxies_priv;\nDELETE FROM mysql.db;\n";

    private NewData() {
    }

    /** A program that is not started yet. */
    @FunctionalInterface
    interface Program {
        Process start() throws IOException;
    }

    /** Starts it and knows it, in case it has to be stopped. */
    @FunctionalInterface
    interface Launcher {
        Process launch(Program program) throws IOException;
    }

    /** The folder appears under its name only when it is complete: a start that was cut begins again. */
    static void make(ServerFolder folder, MariaDbBinaries binaries, Launcher launcher) throws IOException {
        FileTrees.delete(folder.unfinishedData());
        Files.createDirectories(folder.unfinishedData());
        PrivateFiles.restrict(folder.unfinishedData());
        PrivateFiles.write(folder.statementsOfCreation(), binaries.systemTables() + NOBODY);
        Process maker = launcher.launch(new ServerCommand(folder, binaries)::create);
        if (!ends(maker) || maker.exitValue() != 0) {
            ServerProcesses.end(maker.toHandle());
            throw new ServerLog(folder).failure();
        }
        Files.delete(folder.statementsOfCreation());
        Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
