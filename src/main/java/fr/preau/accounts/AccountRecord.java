package fr.preau.accounts;

import fr.preau.base.EmailAddress;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as others see it.
 *
 * @param round grows when all its sessions end
 */
public record AccountRecord(UUID id, String displayName, @Nullable EmailAddress email, boolean disabled, int round)
        implements Serializable {

    public Optional<EmailAddress> mail() {
        return Optional.ofNullable(email);
    }
}
