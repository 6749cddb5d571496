package fr.preau.people;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The households of the current centre. Found by queries, which always ask for the centre. */
interface Households extends Repository<Household, UUID> {

    Household save(Household household);

    @Query("select h from Household h where h.id = :id and h.forgottenAt is null")
    Optional<Household> withId(UUID id);

    @Query("select h from Household h where h.id in :ids")
    List<Household> withIds(List<UUID> ids);

    /** Those of these that reception opened. */
    @Query("select h.id from Household h where h.id in :ids and h.origin = DESK and h.forgottenAt is null order by h.id")
    List<UUID> openedAtDesk(Collection<UUID> ids);

    /** Households in whose files nothing was written since then and which are not forgotten, page by page. */
    @Query("""
            select h.id from Household h
            where h.forgottenAt is null and h.createdAt < :before and (h.touchedAt is null or h.touchedAt < :before) and h.id > :after
            order by h.id""")
    List<UUID> untouchedSince(Instant before, UUID after, Limit limit);

    /** Nothing for one that is forgotten: nobody writes there any more. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select h from Household h where h.id = :id and h.forgottenAt is null")
    Optional<Household> lock(UUID id);
}
