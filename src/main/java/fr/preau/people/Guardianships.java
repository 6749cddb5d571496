package fr.preau.people;

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

    @Query("select g from Guardianship g where g.childId in :children order by g.since, g.id")
    List<Guardianship> of(Collection<UUID> children);
}
