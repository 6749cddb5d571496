package fr.preau.accounts.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name   what the owner calls it: "Mon téléphone"
 * @param usedAt nothing when it has not opened the door yet
 */
public record PasskeyRecord(UUID id, String name, Instant madeAt, @Nullable Instant usedAt) implements Serializable {
}
