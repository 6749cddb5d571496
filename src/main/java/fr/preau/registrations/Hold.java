package fr.preau.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place is kept until a deadline, since something is still missing.
 *
 * @param missing what; nothing when nobody wrote it down
 */
@Embeddable
record Hold(@Column(name = "held_until") Instant deadline, @Nullable String missing) {

    Hold noLongerThan(Instant latest) {
        return latest.isBefore(deadline) ? new Hold(latest, missing) : this;
    }
}
