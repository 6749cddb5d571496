package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

    private final Path folder = Path.of("target", "local folder test").toAbsolutePath();
    private final Path temporary = folder.resolve("tmp");

    @BeforeEach
    void clean() throws IOException {
        FileTrees.delete(folder);
        Files.createDirectories(temporary);
    }

    @AfterEach
    void sweep() throws IOException {
        FileTrees.delete(folder);
    }

    @Test
    void itIsMadeWhereItWasAskedForWithSpacesAndAccents() throws IOException {
        needAFolderThatIsKept();
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
        needAFolderThatIsKept();
        Path file = Files.writeString(folder.resolve("file"), "");

        assertRefusedAsUnwritable(file.resolve("below a file"));
    }

    @Test
    void aFolderThatMayOnlyBeReadIsRefused() throws IOException {
        needAFolderThatIsKept();
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
        assumeTrue(Files.isDirectory(KERNEL), "skipped: root writes where others may only read, and here is no folder where root may not");
        return KERNEL;
    }

    /** This clone may itself lie where the machine throws things away; there no folder of data is accepted, whatever else it is. */
    private void needAFolderThatIsKept() {
        boolean temporary = folder.startsWith("/tmp") || folder.startsWith("/var/tmp") || folder.startsWith(System.getProperty("java.io.tmpdir"));
        assumeFalse(temporary, "skipped: this clone lies in the machine's temporary folder, where no folder of data is accepted");
    }

    private static void assertRefusedAsUnwritable(Path wanted) {
        assertThatThrownBy(() -> LocalFolder.of(Map.of("PREAU_HOME", wanted.toString())))
                .isInstanceOfSatisfying(LocalStartException.class, e -> assertThat(e.reason()).isEqualTo("cannot-write"));
    }
}
