package fr.preau.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what, when, from which centre, to which object, and why. */
public record AuditRecord(Instant at, @Nullable UUID account, @Nullable UUID centre, String action, String objectType,
                          @Nullable UUID object, @Nullable String reason) {
}
