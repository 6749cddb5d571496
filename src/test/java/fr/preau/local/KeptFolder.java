package fr.preau.local;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a test has its folder of data: below {@code target}, or in the home of whoever runs it, where this clone lies in the
 * machine's temporary folder. There no data are accepted, whatever else a folder is.
 */
final class KeptFolder {

    private KeptFolder() {
    }

    static Path of(String name) {
        return of(Path.of("target").toAbsolutePath(), Path.of(System.getProperty("user.home")).toAbsolutePath(), name);
    }

    static Path of(Path target, Path home, String name) {
        // two clones may be tested at once
        return isKept(target) ? target.resolve(name) : home.resolve(".preau " + name + " " + Integer.toHexString(target.hashCode()));
    }

    /** Skips the test, or fails it on a build machine, where there is no such folder. */
    static void require(Path folder) {
        Needed.that(isKept(folder), "a folder outside of the machine's temporary one, for this clone or as a home (this one is " + folder + ")");
    }

    private static boolean isKept(Path folder) {
        return Stream.of("/tmp", "/var/tmp", System.getProperty("java.io.tmpdir"), System.getenv("TMPDIR")).filter(Objects::nonNull)
                .filter(temporary -> !temporary.isBlank()).noneMatch(folder::startsWith);
    }
}
