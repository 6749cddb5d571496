package fr.preau.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** How the households of the current centre are reached. */
interface ContactPoints extends Repository<ContactPoint, UUID> {

    ContactPoint save(ContactPoint contact);

    void delete(ContactPoint contact);

    @Query("select c from ContactPoint c where c.id = :id")
    Optional<ContactPoint> withId(UUID id);

    @Query("select c from ContactPoint c where c.householdId in :households order by c.createdAt, c.id")
    List<ContactPoint> of(Collection<UUID> households);

    /** At this address, as the database compares: without accents and case. */
    @Query("select c from ContactPoint c where c.address = :address order by c.createdAt, c.id")
    List<ContactPoint> at(String address);
}
