package fr.preau.accounts.signin;

import java.util.UUID;

/**
 * What a browser asks a passkey: to sign, or to be made.
 *
 * @param step    the ticket that the answer belongs to, good once
 * @param options for {@code navigator.credentials}, as JSON
 */
public record PasskeyQuestion(UUID step, String options) {
}
