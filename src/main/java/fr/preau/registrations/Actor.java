package fr.preau.registrations;

/** Who did a step: the family itself, the staff of the centre, or a job of ours. */
public enum Actor {
    FAMILY, STAFF, JOB
}
