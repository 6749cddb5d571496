package fr.preau.accounts.signin;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The second factors of staff. */
interface TotpFactors extends Repository<TotpFactor, UUID> {

    TotpFactor save(TotpFactor factor);

    boolean existsByAccountId(UUID account);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from TotpFactor f where f.accountId = :account")
    Optional<TotpFactor> lock(UUID account);

    void delete(TotpFactor factor);

    void deleteByAccountId(UUID account);
}
