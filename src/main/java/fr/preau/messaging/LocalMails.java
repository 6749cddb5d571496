package fr.preau.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The mailbox of the demonstration. */
interface LocalMails extends Repository<LocalMail, UUID> {

    LocalMail save(LocalMail mail);

    boolean existsByMessageId(String messageId);

    Optional<LocalMail> findById(UUID id);

    List<LocalMail> findAllByOrderByReceivedAtDescIdDesc(Pageable page);

    long count();

    @Modifying
    @Query("delete from LocalMail m where m.receivedAt < :before")
    int deleteOlderThan(Instant before);
}
