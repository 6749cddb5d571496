package fr.preau.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The codes of the current centre that are still good, or were. */
interface GuardianCodes extends Repository<GuardianCode, UUID> {

    GuardianCode save(GuardianCode code);

    @Query("select c from GuardianCode c where c.codeHash = :hash")
    Optional<GuardianCode> of(String hash);

    /** A code is used up by whoever takes it out of the table: one of two wins. */
    @Modifying
    @Query("delete from GuardianCode c where c.codeHash = :hash")
    int useUp(String hash);

    @Modifying
    @Query("delete from GuardianCode c where c.childId = :child or c.expiresAt < :now")
    int forget(UUID child, Instant now);

    @Modifying
    @Query("delete from GuardianCode c where c.expiresAt < :now")
    int forgetExpired(Instant now);
}
