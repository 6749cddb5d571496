package fr.preau.activities;

import fr.preau.base.CurrentCentre;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All groups of the current centre. */
interface ActivityGroups extends Repository<ActivityGroup, UUID> {

    ActivityGroup save(ActivityGroup group);

    void delete(ActivityGroup group);

    Optional<ActivityGroup> findOneById(UUID id);

    List<ActivityGroup> findByIdIn(Collection<UUID> ids);

    /** By their ids; SQL, as everything that a public page asks: see {@link CatalogueQueries}. */
    default List<ActivityGroup> findByActivityIdIn(Collection<UUID> activities) {
        return findByActivityIdIn(CurrentCentre.require(), activities);
    }

    @NativeQuery("SELECT * FROM activity_group WHERE centre_id = :centre AND activity_id IN (:activities) ORDER BY id")
    List<ActivityGroup> findByActivityIdIn(UUID centre, Collection<UUID> activities);

    /** SELECT … FOR UPDATE of one row by its key, so that no other row is locked by the way. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from ActivityGroup g where g.id = :id")
    Optional<ActivityGroup> lock(UUID id);

    /** SELECT … FOR UPDATE of an activity's groups, in the order of their ids. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from ActivityGroup g where g.activityId = :activity order by g.id")
    List<ActivityGroup> lockOf(UUID activity);
}
