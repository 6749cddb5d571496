package fr.preau.activities;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All activities of the current centre. */
interface Activities extends Repository<Activity, UUID> {

    Activity save(Activity activity);

    void delete(Activity activity);

    // Not findById: a query keeps to the current centre, and this one says so.
    Optional<Activity> findOneById(UUID id);

    List<Activity> findByIdIn(Collection<UUID> ids);

    Optional<Activity> findBySlug(String slug);

    boolean existsBySlug(String slug);
}
