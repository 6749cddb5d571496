package fr.preau.messaging;

import fr.preau.base.Texts;

/** What came of the wish to send a letter again. */
public enum SendAgain {
    /** It leaves within seconds. */
    ON_ITS_WAY,
    /** Somebody has asked for the same already. */
    ALREADY_ASKED,
    /** Its reader has no address any more. */
    NO_ADDRESS,
    /** It waits, or it was withdrawn. */
    NOT_POSSIBLE;

    /** How it is written in keys of the bundles. */
    public String key() {
        return Texts.word(this);
    }
}
