package fr.preau.accounts;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All roles that are held. */
interface RoleGrants extends Repository<RoleGrant, UUID> {

    RoleGrant save(RoleGrant grant);

    void delete(RoleGrant grant);

    List<RoleGrant> findByAccountId(UUID account);

    List<RoleGrant> findByAccountIdIn(Collection<UUID> accounts);
}
