package fr.preau.messaging;

/** The outbox of the federation itself. */
interface FederationLetters extends PostedLetters<FederationLetter> {
}
