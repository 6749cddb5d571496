package fr.preau.registrations.attendance;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lines of the current centre's attendance sheets. */
@Component
class Attendances {

    private final EntityManager database;

    Attendances(EntityManager database) {
        this.database = database;
    }

    <T> T add(T row) {
        database.persist(row);
        return row;
    }

    Optional<Attendance> of(UUID session, UUID person) {
        return database.createQuery("select a from Attendance a where a.sessionId = :session and a.personId = :person", Attendance.class)
                .setParameter("session", session).setParameter("person", person).getResultList().stream().findFirst();
    }

    Optional<Attendance> line(UUID id) {
        return database.createQuery("select a from Attendance a where a.id = :id", Attendance.class)
                .setParameter("id", id).getResultList().stream().findFirst();
    }
}
