package fr.preau.centres;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All centres of the federation. */
interface Centres extends Repository<Centre, UUID> {

    Centre save(Centre centre);

    Optional<Centre> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Centre c where c.id = :id")
    Optional<Centre> lock(UUID id);

    Optional<Centre> findBySlug(String slug);

    boolean existsByCode(String code);

    List<Centre> findAllByOrderByName();
}
