package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** What a test of the machine cannot do without. Where it is missing, a build machine fails; anybody else skips the test and reads why. */
final class Needed {

    private Needed() {
    }

    static void that(boolean there, String what) {
        if (!there) {
            assertThat(System.getenv("CI")).as("missing on a build machine: " + what).isNotEqualTo("true");
            abort("skipped, missing here: " + what);
        }
    }
}
