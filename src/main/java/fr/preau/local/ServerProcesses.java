package fr.preau.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Servers as the operating system sees them. */
final class ServerProcesses {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    private ServerProcesses() {
    }

    /**
     * The servers at work on these data, by what the processes say of themselves: a pid file may be gone, or name a stranger
     * by now.
     */
    static Stream<ProcessHandle> on(Path data) {
        String ours = "--datadir=" + data;
        return ProcessHandle.allProcesses().filter(other -> {
            ProcessHandle.Info info = other.info();
            return info.command().map(Path::of).filter(command -> command.getFileName().toString().startsWith("mariadbd")).isPresent()
                    && info.arguments().map(List::of).filter(arguments -> arguments.contains(ours)).isPresent();
        });
    }

    /** In order when it listens, else by force. */
    static void end(ProcessHandle server) {
        server.destroy();
        if (!ends(server, STOP_LIMIT)) {
            // InnoDB recovers from a kill; better than a start that waits for ever
            endByForce(server);
        }
    }

    /** What is lost with it nobody needs. */
    static void endByForce(ProcessHandle process) {
        process.destroyForcibly();
        ends(process, KILL_LIMIT);
    }

    /** The JVM looks at a process that is not its own child every third of a second: too seldom for a start. */
    private static boolean ends(ProcessHandle process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return true;
    }
}
