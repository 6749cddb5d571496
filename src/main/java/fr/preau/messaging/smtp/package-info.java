/** Hands a finished letter to a mail server, and says why where it does not go. Knows nothing of the outbox. */
@NullMarked
package fr.preau.messaging.smtp;

import org.jspecify.annotations.NullMarked;
