package fr.preau.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who acts for which household of the current centre. */
interface HouseholdAccounts extends Repository<HouseholdAccount, UUID> {

    HouseholdAccount save(HouseholdAccount link);

    @Query("select a from HouseholdAccount a where a.personId = :person order by a.linkedAt limit 1")
    Optional<HouseholdAccount> ofPerson(UUID person);

    @Query("select a from HouseholdAccount a where a.householdId in :households")
    List<HouseholdAccount> ofHouseholds(Collection<UUID> households);

    void delete(HouseholdAccount link);

    void flush();

    /** The household for which this account acts; for none since its person was taken out of it. */
    @Query("""
            select a from HouseholdAccount a where a.accountId = :account and not exists (
              select 1 from Person p where p.id = a.personId and p.removedAt is not null)""")
    Optional<HouseholdAccount> of(UUID account);

    /** The same, whether its person was taken out or not: an account has one household here, and keeps it until it takes up another. */
    @Query("select a from HouseholdAccount a where a.accountId = :account")
    Optional<HouseholdAccount> everOf(UUID account);
}
