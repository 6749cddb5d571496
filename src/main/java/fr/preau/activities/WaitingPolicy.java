package fr.preau.activities;

/** How the waiting list moves; it is said on the public page. */
public enum WaitingPolicy {
    /** The first of the list comes first, even when the group behind would fit sooner. */
    STRICT
}
