package fr.preau.accounts;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The journal: lines are added and read, nothing else. */
interface AuditLines extends Repository<AuditLine, UUID> {

    AuditLine save(AuditLine line);

    List<AuditLine> findByOrderByIdDesc(Pageable page);

    long count();

    List<AuditLine> findByObjectTypeAndObjectIdOrderByIdDesc(String objectType, UUID object, Limit limit);
}
