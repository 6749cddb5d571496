package fr.preau.activities;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All that is typed and not yet saved, in the current centre. */
interface ActivityDrafts extends Repository<ActivityDraft, UUID> {

    ActivityDraft save(ActivityDraft draft);

    void delete(ActivityDraft draft);

    @Query("""
            select d from ActivityDraft d where d.accountId = :account
              and (d.activityId = :activity or d.activityId is null and :activity is null)
            order by d.savedAt desc limit 1""")
    Optional<ActivityDraft> findNewest(UUID account, @Nullable UUID activity);

    @Modifying
    @Query("delete from ActivityDraft d where d.activityId = :activity")
    int deleteOf(UUID activity);

    @Modifying
    @Query("delete from ActivityDraft d where d.savedAt < :before")
    int deleteOlder(Instant before);
}
