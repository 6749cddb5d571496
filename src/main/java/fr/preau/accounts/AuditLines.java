package fr.preau.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The journal: lines are added and read, nothing else. */
interface AuditLines extends Repository<AuditLine, UUID> {

    AuditLine save(AuditLine line);

    /** The latest first; what was done to a centre itself counts as its own. */
    @Query("""
            select a from AuditLine a where (:since is null or a.at >= :since)
            and (:centre is null or a.centreId = :centre or (a.objectType = 'centre' and a.objectId = :centre))
            order by a.id desc""")
    List<AuditLine> find(@Nullable Instant since, @Nullable UUID centre, Pageable page);

    @Query("""
            select count(a) from AuditLine a where (:since is null or a.at >= :since)
            and (:centre is null or a.centreId = :centre or (a.objectType = 'centre' and a.objectId = :centre))""")
    long count(@Nullable Instant since, @Nullable UUID centre);

    List<AuditLine> findByObjectTypeAndObjectIdOrderByIdDesc(String objectType, UUID object, Limit limit);
}
