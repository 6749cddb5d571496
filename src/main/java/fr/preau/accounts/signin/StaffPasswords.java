package fr.preau.accounts.signin;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The passwords of staff. */
interface StaffPasswords extends Repository<StaffPassword, UUID> {

    StaffPassword save(StaffPassword password);

    Optional<StaffPassword> findById(UUID account);

    /** As it stands now; until the transaction ends nobody changes it or takes it away. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from StaffPassword p where p.accountId = :account")
    Optional<StaffPassword> lock(UUID account);

    void deleteByAccountId(UUID account);
}
