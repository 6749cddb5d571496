package fr.preau.centres;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All centres of the federation. */
interface Centres extends Repository<Centre, UUID> {

    Centre save(Centre centre);

    Optional<Centre> findById(UUID id);

    Optional<Centre> findBySlug(String slug);

    List<Centre> findAllByOrderByName();
}
