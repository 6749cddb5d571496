package fr.preau.registrations;

/** What came of taking a cancellation back. */
public enum UndoOutcome {
    /** All is as before, in new rows; who waited has the same rank. */
    RESTORED,
    /** Somebody else has the place by now. */
    GIVEN_AWAY,
    /** The minutes are over, or there is nothing to take back. */
    TOO_LATE
}
