package fr.preau.activities.photos;

import fr.preau.activities.ActivityStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All photos of the current centre, in all their sizes. */
interface PhotoFiles extends Repository<PhotoFile, UUID> {

    PhotoFile save(PhotoFile file);

    boolean existsByHash(String hash);

    Optional<PhotoFile> findByHashAndWidth(String hash, int width);

    /** Only what an activity shows that everybody may see: a photo that was taken away is gone. */
    @Query("""
            select f from PhotoFile f where f.hash = :hash and f.width = :width
              and exists (select 1 from Activity a where a.photo.hash = f.hash and a.status in :shown)""")
    Optional<PhotoFile> findShown(String hash, int width, Collection<ActivityStatus> shown);

    @Modifying
    @Query("""
            delete from PhotoFile f where f.keptAt < :before
              and not exists (select 1 from Activity a where a.photo.hash = f.hash)""")
    int deleteUnused(Instant before);
}
