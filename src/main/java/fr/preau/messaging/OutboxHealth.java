package fr.preau.messaging;

import static fr.preau.base.UtcColumns.instantOrNull;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how the post is doing in all centres together: numbers only, no letter and no reader. */
@Service
@FederationWide
@AllowedTo(Role.TECHNICIAN)
@Transactional(readOnly = true)
public class OutboxHealth {

    private static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient database;
    private final Clock clock;

    OutboxHealth(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param waiting letters that have not left yet
     * @param oldest  when the one that waits the longest was posted; nothing when none waits
     * @param failed  letters of the last thirty days that were given up
     */
    public record Figures(long waiting, @Nullable Instant oldest, long failed) {
    }

    public Figures figures() {
        return database.sql("""
                SELECT sum(waits) AS waiting, min(CASE WHEN waits THEN created_at END) AS oldest, sum(failed) AS failed FROM (
                  SELECT due_at IS NOT NULL AS waits, state = 'FAILED' AS failed, created_at FROM outbox_letter
                  WHERE due_at IS NOT NULL OR state = 'FAILED' AND created_at > :since
                  UNION ALL
                  SELECT due_at IS NOT NULL, state = 'FAILED', created_at FROM federation_letter
                  WHERE due_at IS NOT NULL OR state = 'FAILED' AND created_at > :since) letters""")
                .param("since", utc(clock.instant().minus(LATELY)))
                .query((row, number) -> new Figures(row.getLong("waiting"), instantOrNull(row, "oldest"), row.getLong("failed"))).single();
    }
}
