package fr.preau.activities;

/** What one registers for. */
public enum Booking {
    /** All sessions to come at once: one place in each of them, or none. */
    WHOLE_SERIES,
    /** Each session by itself. */
    BY_SESSION
}
