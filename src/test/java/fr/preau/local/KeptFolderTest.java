package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A clone in the temporary folder, as build machines make them, is tested like any other. */
class KeptFolderTest {

    private static final Path HOME = Path.of("/home/claire");

    @Test
    void aCloneThatIsKeptHasItsTestsBelowTarget() {
        assertThat(KeptFolder.of(Path.of("/srv/preau/target"), HOME, "a test")).isEqualTo(Path.of("/srv/preau/target/a test"));
    }

    @Test
    void aCloneInTheTemporaryFolderHasThemInAFolderOfItsOwnInTheHome() {
        var one = KeptFolder.of(Path.of("/tmp/one/target"), HOME, "a test");
        var other = KeptFolder.of(Path.of("/var/tmp/other/target"), HOME, "a test");

        assertThat(one).hasParentRaw(HOME).isNotEqualTo(other);
        assertThat(other).hasParentRaw(HOME);
        KeptFolder.require(one);
    }
}
