package fr.preau.registrations;

/** What came of an answer to an offer. */
public enum OfferOutcome {
    /** The place is theirs: confirmed. */
    ACCEPTED,
    /** They do not want it; it goes to the next of the list. */
    DECLINED,
    /** Too late: the place went to the next of the list. */
    EXPIRED,
    /** The registration or the activity ended meanwhile. */
    WITHDRAWN
}
