package fr.preau.federation;

import static fr.preau.base.UtcColumns.instantOrNull;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import fr.preau.messaging.OutboxHealth;
import java.io.File;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tells the technician how the machine is doing. Nothing in it is about people. */
@Service
@FederationWide
@AllowedTo(Role.TECHNICIAN)
public class HealthService {

    /** Jobs are looked for every few seconds, and one whose process was killed is taken up within a minute. */
    private static final Duration LATE = Duration.ofMinutes(5);
    /** A letter leaves within seconds, and the first two tries after a failure come sooner than this. */
    private static final Duration LONG_WAIT = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final OutboxHealth outbox;
    private final Clock clock;
    private final String version;
    private final File home;

    HealthService(JdbcClient database, OutboxHealth outbox, Clock clock, @Value("${preau.version:}") String version,
                  @Value("${preau.home:.}") String home) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.version = version;
        this.home = new File(home).getAbsoluteFile();
    }

    /**
     * @param answeredIn milliseconds for the shortest question
     * @param freeBytes  on the disk where the application keeps its files
     * @param heapBytes  used now, of {@code heapLimit}
     */
    public record Machine(String version, Instant startedAt, String databaseVersion, long answeredIn, long freeBytes, long diskBytes,
                          long heapBytes, long heapLimit) implements Serializable {
    }

    /**
     * A job that runs by itself.
     *
     * @param failures in a row until now
     * @param late     its time is past and nobody is at it
     */
    public record Job(String name, @Nullable Instant lastSuccess, @Nullable Instant lastFailure, int failures, @Nullable Instant next, boolean late)
            implements Serializable {
    }

    public Machine machine() {
        long before = System.nanoTime();
        String server = database.sql("SELECT version()").query(String.class).single();
        long answeredIn = (System.nanoTime() - before) / 1_000_000;
        var runtime = Runtime.getRuntime();
        return new Machine(version, Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()), server, answeredIn,
                home.getUsableSpace(), home.getTotalSpace(), runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory());
    }

    public OutboxHealth.Figures post() {
        return outbox.figures();
    }

    /** Whether a letter waits for so long that something keeps the letters from leaving. */
    public boolean isHeldUp(OutboxHealth.Figures post) {
        return post.oldest() != null && post.oldest().isBefore(clock.instant().minus(LONG_WAIT));
    }

    /** The jobs by name. */
    public List<Job> jobs() {
        return database.sql("""
                SELECT task_name, max(last_success) AS success, max(last_failure) AS failure, coalesce(max(consecutive_failures), 0) AS failures,
                       min(execution_time) AS next, max(execution_time < :late AND coalesce(last_heartbeat < :late, true)) AS late
                FROM scheduled_tasks GROUP BY task_name ORDER BY task_name""")
                .param("late", utc(clock.instant().minus(LATE)))
                .query((row, number) -> new Job(row.getString("task_name"), instantOrNull(row, "success"), instantOrNull(row, "failure"),
                        row.getInt("failures"), instantOrNull(row, "next"), row.getBoolean("late"))).list();
    }
}
