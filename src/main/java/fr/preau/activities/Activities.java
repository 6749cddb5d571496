package fr.preau.activities;

import fr.preau.base.CurrentCentre;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** All activities of the current centre. */
interface Activities extends Repository<Activity, UUID> {

    Activity save(Activity activity);

    void delete(Activity activity);

    // Not findById: a query keeps to the current centre, and this one says so.
    Optional<Activity> findOneById(UUID id);

    /** SQL, as everything that a public page asks: see {@link CatalogueQueries}. */
    default List<Activity> findByIdIn(Collection<UUID> ids) {
        return findByIdIn(CurrentCentre.require(), ids);
    }

    @NativeQuery("SELECT * FROM activity WHERE centre_id = :centre AND id IN (:ids)")
    List<Activity> findByIdIn(UUID centre, Collection<UUID> ids);

    default Optional<Activity> findBySlug(String slug) {
        return findBySlug(CurrentCentre.require(), slug);
    }

    @NativeQuery("SELECT * FROM activity WHERE centre_id = :centre AND slug = :slug")
    Optional<Activity> findBySlug(UUID centre, String slug);

    boolean existsBySlug(String slug);
}
