package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of Préau clears away what a training leaves while that ends too: what is gone already is no reason to leave a server behind. */
class FileTreesTest {

    private static final int TIMES = 500;
    private static final int MANY = 40;

    @Test
    void whatSomebodyElseTakesAwayMeanwhileIsNoFault(@TempDir Path folder) throws Exception {
        var ends = new AtomicBoolean();
        var other = Thread.ofPlatform().start(() -> {
            while (!ends.get()) {
                comesAndGoes(folder.resolve("training"));
            }
        });
        assertThatCode(() -> {
            for (int i = 0; i < TIMES; i++) {
                FileTrees.deleteQuietly(folder);
            }
        }).doesNotThrowAnyException();
        ends.set(true);
        other.join();
    }

    private static void comesAndGoes(Path training) {
        try {
            for (int i = 0; i < MANY; i++) {
                Files.createDirectories(training.resolve("database/tmp" + i));
            }
            for (int i = MANY - 1; i >= 0; i--) {
                Files.deleteIfExists(training.resolve("database/tmp" + i));
            }
        } catch (IOException otherWasFaster) {
            Thread.onSpinWait();
        }
    }
}
