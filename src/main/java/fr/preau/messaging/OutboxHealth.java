package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
                SELECT sum(waits), min(CASE WHEN waits THEN created_at END), sum(failed) FROM (
                  SELECT due_at IS NOT NULL AS waits, state = 'FAILED' AS failed, created_at FROM outbox_letter
                  WHERE due_at IS NOT NULL OR state = 'FAILED' AND created_at > :since
                  UNION ALL
                  SELECT due_at IS NOT NULL, state = 'FAILED', created_at FROM federation_letter
                  WHERE due_at IS NOT NULL OR state = 'FAILED' AND created_at > :since) letters""")
                .param("since", LocalDateTime.ofInstant(clock.instant().minus(LATELY), ZoneOffset.UTC))
                .query((row, number) -> new Figures(row.getLong(1), instant(row.getObject(2, LocalDateTime.class)), row.getLong(3))).single();
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
