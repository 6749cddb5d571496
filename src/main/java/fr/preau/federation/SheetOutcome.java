package fr.preau.federation;

import java.util.Set;

/** What came of a changed sheet. */
public sealed interface SheetOutcome {

    record Saved() implements SheetOutcome {
    }

    /** Some lines cannot be kept as they are. */
    record Wrong(Set<CentreSheet.Line> lines) implements SheetOutcome {
    }

    /** Somebody else has changed it since it was opened. */
    record ChangedMeanwhile(CentreSheet now) implements SheetOutcome {
    }
}
