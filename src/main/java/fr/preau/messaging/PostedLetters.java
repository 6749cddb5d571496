package fr.preau.messaging;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
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

    /**
     * The mail server has the letter. One statement and nothing read before: whoever dies between the server's yes and this sends
     * the letter again. It changes nothing when another sender has taken the letter meanwhile, nor when it is said twice.
     *
     * @param said for staff to read; nothing for letters that no screen shows
     */
    @Modifying
    @Query("""
            update #{#entityName} l
            set l.state = SENT, l.sentAt = :now, l.title = :title, l.body = :said, l.messageId = :messageId, l.failure = null,
                l.dueAt = null, l.version = l.version + 1
            where l.id = :letter and l.state = SENDING and l.attempts = :attempt""")
    void markSent(UUID letter, int attempt, String title, @Nullable String said, String messageId, Instant now);
}
