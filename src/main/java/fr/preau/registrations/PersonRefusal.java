package fr.preau.registrations;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who cannot come, for one session or at all, and why. */
public record PersonRefusal(UUID person, String name, @Nullable UUID session, RegistrationRefusal why) implements Serializable {
}
