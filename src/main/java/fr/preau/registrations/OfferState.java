package fr.preau.registrations;

/** How an offer of a place stands. */
public enum OfferState {
    OPEN, ACCEPTED, DECLINED, EXPIRED,
    /** The registration or the activity ended before there was an answer. */
    WITHDRAWN
}
