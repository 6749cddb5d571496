package fr.preau.registrations;

import fr.preau.base.Texts;

/** Why somebody waits and has no place. */
public enum WaitReason {
    /** Every place is taken. */
    FULL,
    /** There is a place, but people who asked before wait for it (R4). */
    OTHERS_FIRST,
    /** There are places, but fewer than the persons who want to come together. */
    TOO_FEW_TOGETHER,
    /** The team answers each request for this activity first; this is no list. */
    APPROVAL;

    /** The end of its sentence's key, {@code registrations.wait.…}. */
    public String word() {
        return Texts.word(this);
    }
}
