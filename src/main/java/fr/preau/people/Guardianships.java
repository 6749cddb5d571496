package fr.preau.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who answers for whom in the current centre. */
interface Guardianships extends Repository<Guardianship, UUID> {

    Guardianship save(Guardianship guardianship);

    void delete(Guardianship guardianship);

    @Query("select g from Guardianship g where g.childId in :persons or g.guardianId in :persons")
    List<Guardianship> around(Collection<UUID> persons);

    /** The living children for whom this adult alone answers, now that those who left no longer count. */
    @Query("""
            select count(c) from Guardianship g, Person c
            where g.guardianId = :guardian and c.id = g.childId and c.removedAt is null and c.birthDate > :ofAge and not exists (
              select 1 from Guardianship o, Person a
              where o.childId = c.id and o.guardianId <> :guardian and a.id = o.guardianId and a.removedAt is null)""")
    long onlyAnsweredForBy(UUID guardian, LocalDate ofAge);

    /** All that was said and not taken back, of adults who left their family since too. */
    @Query("select g from Guardianship g where g.childId in :children order by g.since, g.id")
    List<Guardianship> of(Collection<UUID> children);

    /** Those of adults who have not left their family. */
    @Query("""
            select g from Guardianship g where g.childId in :children and exists (
              select 1 from Person a where a.id = g.guardianId and a.removedAt is null)
            order by g.since, g.id""")
    List<Guardianship> answering(Collection<UUID> children);
}
