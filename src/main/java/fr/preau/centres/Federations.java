package fr.preau.centres;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The one federation of this installation. */
interface Federations extends Repository<Federation, UUID> {

    Federation save(Federation federation);

    Optional<Federation> findByName(String name);

    Optional<Federation> findFirstByOrderByName();
}
