package fr.preau.accounts.team;

import java.util.Arrays;
import java.util.List;

/** Why an account is shut or opened again. Chosen, not typed: the journal holds no personal values. */
public enum Why {
    LEFT(true), KEYS_LOST(true), MISUSE(true), BACK(false), MISTAKE(false);

    private final boolean shuts;

    Why(boolean shuts) {
        this.shuts = shuts;
    }

    /** The reasons to shut, or those to open again. */
    public static List<Why> thatShut(boolean shut) {
        return Arrays.stream(values()).filter(why -> why.shuts == shut).toList();
    }

    void mustShut() {
        mustBe(shuts);
    }

    void mustOpen() {
        mustBe(!shuts);
    }

    private static void mustBe(boolean fitting) {
        if (!fitting) {
            throw new IllegalArgumentException("A reason to shut is not one to open, and the other way round");
        }
    }
}
