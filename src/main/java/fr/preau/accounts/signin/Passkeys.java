package fr.preau.accounts.signin;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The passkeys of staff. */
interface Passkeys extends Repository<Passkey, UUID> {

    Passkey save(Passkey passkey);

    void delete(Passkey passkey);

    void deleteByAccountId(UUID account);

    Optional<Passkey> findById(UUID id);

    /** Two signatures of one key come one after the other: its count never goes back. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Passkey p where p.credentialId = :credential")
    Optional<Passkey> lock(byte[] credential);

    List<Passkey> findByAccountIdOrderById(UUID account);
}
