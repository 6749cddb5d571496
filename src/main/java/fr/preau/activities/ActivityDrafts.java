package fr.preau.activities;

import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody has typed and not yet saved, one per account and activity, and one for a new activity; opaque to everybody but the
 * form. SQL, so that two devices that keep the first answer at once keep one draft; every statement names the centre.
 */
@Component
class ActivityDrafts {

    /** @param typed as it stands in the form, right or wrong */
    record Draft(String typed, Instant savedAt) {
    }

    private static final String ONE = "centre_id = :centre AND account_id = :account AND activity_id <=> :activity";

    private final JdbcClient database;

    ActivityDrafts(JdbcClient database) {
        this.database = database;
    }

    /** @param activity empty for a new one, as everywhere here */
    Optional<Draft> of(UUID account, @Nullable UUID activity) {
        return one("SELECT typed, saved_at FROM activity_draft WHERE " + ONE, account, activity)
                .query((row, number) -> new Draft(row.getString("typed"), instant(row, "saved_at"))).optional();
    }

    void keep(UUID account, @Nullable UUID activity, String typed, Instant now) {
        one("""
                INSERT INTO activity_draft (id, centre_id, account_id, activity_id, typed, saved_at, version)
                VALUES (:id, :centre, :account, :activity, :typed, :now, 0)
                ON DUPLICATE KEY UPDATE typed = VALUES(typed), saved_at = VALUES(saved_at), version = version + 1""", account, activity)
                .param("id", Ids.next()).param("typed", typed).param("now", utc(now)).update();
    }

    void drop(UUID account, @Nullable UUID activity) {
        one("DELETE FROM activity_draft WHERE " + ONE, account, activity).update();
    }

    private JdbcClient.StatementSpec one(String sql, UUID account, @Nullable UUID activity) {
        return database.sql(sql).param("centre", CurrentCentre.require()).param("account", account).param("activity", activity);
    }

    /** Whoever typed them. */
    void dropOf(UUID activity) {
        database.sql("DELETE FROM activity_draft WHERE centre_id = :centre AND activity_id = :activity")
                .param("centre", CurrentCentre.require()).param("activity", activity).update();
    }

    void dropBefore(Instant then) {
        database.sql("DELETE FROM activity_draft WHERE centre_id = :centre AND saved_at < :then")
                .param("centre", CurrentCentre.require()).param("then", utc(then)).update();
    }
}
