package fr.preau.accounts.signin;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The codes on paper. */
interface RecoveryCodes extends Repository<RecoveryCode, UUID> {

    RecoveryCode save(RecoveryCode code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from RecoveryCode c where c.accountId = :account and c.codeHash = :hash and c.usedAt is null")
    Optional<RecoveryCode> lockUnused(UUID account, String hash);

    int countByAccountIdAndUsedAtIsNull(UUID account);

    void deleteByAccountId(UUID account);
}
