package fr.preau.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Servers as the operating system sees them. */
final class ServerProcesses {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);

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
        try {
            server.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // InnoDB recovers from a kill; better than a start that waits for ever
            server.destroyForcibly();
            server.onExit().completeOnTimeout(server, 5, TimeUnit.SECONDS).join();
        }
    }
}
