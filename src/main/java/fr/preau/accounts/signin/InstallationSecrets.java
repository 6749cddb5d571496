package fr.preau.accounts.signin;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** Holds one row. */
interface InstallationSecrets extends Repository<InstallationSecret, Integer> {

    InstallationSecret saveAndFlush(InstallationSecret secret);

    Optional<InstallationSecret> findById(Integer id);
}
