package fr.preau.messaging;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** What a sender asks of an outbox. */
@NoRepositoryBean
interface PostedLetters<L extends PostedLetter> extends Repository<L, UUID> {

    /** Hibernate's word for SKIP LOCKED: letters that another sender is taking are not waited for. */
    String SKIP_LOCKED = "-2";

    /** The letters that wait the longest, locked; those with an expired claim are among them. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("select l from #{#entityName} l where l.dueAt <= :now order by l.dueAt, l.id")
    List<L> due(Instant now, Limit limit);

    Optional<L> findById(UUID id);
}
