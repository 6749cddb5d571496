package fr.preau.activities;

/** Whether a session takes place. */
public enum SessionStatus {
    PLANNED, CANCELLED
}
