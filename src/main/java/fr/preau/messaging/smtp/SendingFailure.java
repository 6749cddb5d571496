package fr.preau.messaging.smtp;

/** Why a letter did not leave, as staff can understand it and act on it. */
public enum SendingFailure {
    /** The address does not exist, or its provider refuses it. */
    ADDRESS_REFUSED,
    /** Our mail server did not answer or did not let us in. */
    SERVER_UNREACHABLE,
    /** The mail server did not want this message. */
    MESSAGE_REFUSED,
    /** Préau could not write the letter, or not hand it over: a bug. */
    NOT_WRITTEN
}
