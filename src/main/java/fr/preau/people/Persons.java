package fr.preau.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The persons of the current centre. */
interface Persons extends Repository<Person, UUID> {

    Person save(Person person);

    @Query("select p from Person p where p.id = :id")
    Optional<Person> withId(UUID id);

    /** Which household somebody is in; that never changes. */
    @Query("select p.householdId from Person p where p.id = :id")
    Optional<UUID> householdOf(UUID id);

    @Query("select p from Person p where p.id in :ids")
    List<Person> withIds(Collection<UUID> ids);

    @Query("select p from Person p where p.householdId in :households and p.removedAt is null order by p.createdAt, p.id")
    List<Person> livingIn(Collection<UUID> households);

    /** Persons of other households with one of these names and one of these birth dates. */
    @Query("""
            select p from Person p where p.birthDate in :birthDates and p.searchName in :names
            and p.householdId <> :household and p.removedAt is null order by p.createdAt, p.id""")
    List<Person> namesakes(Collection<String> names, Collection<LocalDate> birthDates, UUID household);

    /** Who was taken out of the household and still has a name, the last one first. */
    @Query("""
            select p from Person p where p.householdId = :household and p.removedAt is not null and p.searchName <> ''
            order by p.removedAt desc, p.id""")
    List<Person> takenOutOf(UUID household);

    /** Everybody who is or was in the household. */
    @Query("select p from Person p where p.householdId = :household")
    List<Person> everIn(UUID household);

    /** Those of these households where somebody came or left since then. */
    @Query("select distinct p.householdId from Person p where p.householdId in :households and (p.createdAt >= :since or p.removedAt >= :since)")
    Set<UUID> changedSince(Collection<UUID> households, Instant since);

    /** Who left before this and still has a name, in a household that goes on, page by page. */
    @Query("select p.id from Person p where p.removedAt < :before and p.searchName <> '' and p.id > :after order by p.id")
    List<UUID> leftBefore(Instant before, UUID after, Limit limit);
}
