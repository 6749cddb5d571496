package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalFolderTest {

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
    void it_is_made_where_it_was_asked_for_with_spaces_and_accents() throws IOException {
        // This clone may itself lie in the machine's temporary folder, where no folder of data is accepted.
        if (folder.startsWith("/tmp") || folder.startsWith("/var/tmp") || folder.startsWith(System.getProperty("java.io.tmpdir"))) {
            return;
        }
        Path wanted = folder.resolve("chez nous/données d’été");

        assertThat(LocalFolder.of(Map.of("PREAU_HOME", wanted.toString()))).isEqualTo(wanted.toRealPath()).isDirectory();
        assertThat(LocalFolder.of(Map.of("XDG_DATA_HOME", folder.resolve("share").toString()))).isEqualTo(folder.toRealPath().resolve("share/preau"));
    }

    @Test
    void the_temporary_folder_is_refused_also_behind_a_link() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), temporary);

        for (String wanted : new String[] {temporary.resolve("preau").toString(), link.resolve("a/b").toString(), "/tmp/preau-refused"}) {
            assertThatThrownBy(() -> LocalFolder.of(Map.of("PREAU_HOME", wanted, "TMPDIR", temporary.toString())))
                    .isInstanceOfSatisfying(LocalStartException.class, e -> assertThat(e.reason()).isEqualTo("temporary-folder"));
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> LocalFolder.of(Map.of("PREAU_HOME", file.resolve("below a file").toString())))
                .isInstanceOfSatisfying(LocalStartException.class, e -> assertThat(e.reason()).isIn("cannot-write", "temporary-folder"));
    }
}
