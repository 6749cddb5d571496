package fr.preau.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Where one machine's Préau keeps its data: {@code PREAU_HOME}, or a folder of the user's. */
final class LocalFolder {

    private LocalFolder() {
    }

    /**
     * The folder, made when it is missing.
     *
     * @param environment the variables of the process
     * @throws LocalStartException when it lies where the machine throws things away, or cannot be written
     */
    static Path of(Map<String, String> environment) {
        Path wanted = wanted(environment).toAbsolutePath().normalize();
        refuseTemporary(wanted, environment);
        try {
            Files.createDirectories(wanted);
            Path folder = wanted.toRealPath();
            Path probe = Files.createTempFile(folder, ".probe", null);
            Files.delete(probe);
            PrivateFiles.restrict(folder);
            return folder;
        } catch (IOException e) {
            throw new LocalStartException("cannot-write", e, wanted, e);
        }
    }

    private static Path wanted(Map<String, String> environment) {
        String home = environment.getOrDefault("PREAU_HOME", "");
        if (!home.isBlank()) {
            return Path.of(home);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return base.resolve("preau");
    }

    /** Machines empty their temporary folder when they start, and some every ten days. */
    private static void refuseTemporary(Path wanted, Map<String, String> environment) {
        Path real = realAsFarAsItGoes(wanted);
        boolean temporary = Stream.of(System.getProperty("java.io.tmpdir"), environment.get("TMPDIR"), "/tmp", "/var/tmp")
                .filter(Objects::nonNull).filter(path -> !path.isBlank())
                .map(path -> realAsFarAsItGoes(Path.of(path).toAbsolutePath().normalize()))
                .anyMatch(real::startsWith);
        if (temporary) {
            throw new LocalStartException("temporary-folder", wanted);
        }
    }

    /** A link into the temporary folder counts, even when the end of the path is not there yet. */
    private static Path realAsFarAsItGoes(Path path) {
        for (Path head = path; head != null; head = head.getParent()) {
            try {
                return head.toRealPath().resolve(head.relativize(path)).normalize();
            } catch (IOException e) {
                // not there: try the parent
            }
        }
        return path;
    }
}
