package fr.preau.messaging;

/** How far a letter is on its way. */
public enum LetterState {
    /** It will leave, now or at the next attempt. */
    WAITING,
    /** A sender has it in hand; if that sender dies, another takes it when the claim is over. */
    SENDING,
    /** The mail server, or the local mailbox, has taken it. */
    SENT,
    /** It was no longer true, so it did not leave. */
    WITHDRAWN,
    /** Nobody will try again unless a person asks. */
    FAILED
}
