package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalFolderTest {

    private static final Path KERNEL = Path.of("/proc");

    private final Path folder = KeptFolder.of("local folder test");
    private final Path temporary = folder.resolve("tmp");

    @BeforeEach
    void clean() throws IOException {
        KeptFolder.require(folder);
        FileTrees.delete(folder);
        Files.createDirectories(temporary);
    }

    @AfterEach
    void sweep() throws IOException {
        FileTrees.delete(folder);
    }

    @Test
    void itIsMadeWhereItWasAskedForWithSpacesAndAccents() throws IOException {
        Path wanted = folder.resolve("chez nous/données d’été");

        assertThat(LocalFolder.of(Map.of("PREAU_HOME", wanted.toString()))).isEqualTo(wanted.toRealPath()).isDirectory();
        assertThat(LocalFolder.of(Map.of("XDG_DATA_HOME", folder.resolve("share").toString()))).isEqualTo(folder.toRealPath().resolve("share/preau"));
    }

    @Test
    void theTemporaryFolderIsRefusedAlsoBehindALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), temporary);

        for (String wanted : new String[] {temporary.resolve("preau").toString(), link.resolve("a/b").toString(), "/tmp/preau-refused"}) {
            assertThatThrownBy(() -> LocalFolder.of(Map.of("PREAU_HOME", wanted, "TMPDIR", temporary.toString())))
                    .isInstanceOfSatisfying(LocalStartException.class, e -> assertThat(e.reason()).isEqualTo("temporary-folder"));
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertRefusedAsUnwritable(file.resolve("below a file"));
    }

    @Test
    void aFolderThatMayOnlyBeReadIsRefused() throws IOException {
        Path readOnly = readOnlyForWhoeverRunsThis();

        assertRefusedAsUnwritable(readOnly);
        assertRefusedAsUnwritable(readOnly.resolve("a/b"));
    }

    /** Root writes where others may only read, but not among the kernel's own. */
    private Path readOnlyForWhoeverRunsThis() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (!Files.isWritable(readOnly)) {
            return readOnly;
        }
        Needed.that(Files.isDirectory(KERNEL), "a folder where root may not write, who writes where others may only read");
        return KERNEL;
    }

    private static void assertRefusedAsUnwritable(Path wanted) {
        assertThatThrownBy(() -> LocalFolder.of(Map.of("PREAU_HOME", wanted.toString())))
                .isInstanceOfSatisfying(LocalStartException.class, e -> assertThat(e.reason()).isEqualTo("cannot-write"));
    }
}
