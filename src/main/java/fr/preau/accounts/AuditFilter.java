package fr.preau.accounts;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the journal.
 *
 * @param since  not older; nothing for all
 * @param centre done in this centre or to it; nothing for all
 */
public record AuditFilter(@Nullable Instant since, @Nullable UUID centre) implements Serializable {

    public static final AuditFilter ALL = new AuditFilter(null, null);
}
