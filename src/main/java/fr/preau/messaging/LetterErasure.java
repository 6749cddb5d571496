package fr.preau.messaging;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.FederationWide;
import fr.preau.base.Moments;
import fr.preau.base.Retention;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes letters out of the outboxes: those of a family that is forgotten, and all that are old. Deletes by SQL, since nobody
 * has to look at what goes.
 */
@Service
@FederationWide
@AllowedTo(Role.THE_HOUSE)
@Transactional
public class LetterErasure {

    /** Letters of the federation are sign-in links and invitations: after a month nobody asks where they are. */
    private static final Duration FEDERATION_LETTERS = Duration.ofDays(30);

    private final JdbcClient database;
    private final Clock clock;

    LetterErasure(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Deletes what the current centre has sent to these addresses, and what it has said or is about to say on these subjects:
     * an address may be another family's too, and its letters still leave. Addresses are compared byte by byte, as everywhere.
     */
    public void erase(Collection<String> addresses, Collection<UUID> subjects) {
        if (!subjects.isEmpty()) {
            database.sql("DELETE FROM outbox_letter WHERE centre_id = :centre AND subject_id IN (:subjects)")
                    .param("centre", CurrentCentre.require()).param("subjects", subjects).update();
        }
        if (!addresses.isEmpty()) {
            database.sql("DELETE FROM outbox_letter WHERE centre_id = :centre AND due_at IS NULL AND recipient COLLATE utf8mb4_bin IN (:addresses)")
                    .param("centre", CurrentCentre.require()).param("addresses", addresses).update();
        }
    }

    /** Deletes the letters of all centres that are older than the privacy page says; reviewed: it goes across centres and reads nothing. */
    public void eraseOld() {
        var now = clock.instant();
        database.sql("DELETE FROM outbox_letter WHERE due_at IS NULL AND created_at < :before")
                .param("before", utc(now.atZone(Moments.PARIS).minus(Retention.AFTER_LAST_CONTACT).toInstant())).update();
        database.sql("DELETE FROM federation_letter WHERE due_at IS NULL AND created_at < :before")
                .param("before", utc(now.minus(FEDERATION_LETTERS))).update();
    }
}
