package fr.preau.accounts.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The passwords of staff. */
interface StaffPasswords extends Repository<StaffPassword, UUID> {

    StaffPassword save(StaffPassword password);

    Optional<StaffPassword> findById(UUID account);

    void deleteByAccountId(UUID account);
}
