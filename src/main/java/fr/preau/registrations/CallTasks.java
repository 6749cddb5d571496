package fr.preau.registrations;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What reception still has to tell, found by what it is about. */
@Component
class CallTasks {

    private final EntityManager database;

    CallTasks(EntityManager database) {
        this.database = database;
    }

    /** For this reason, about requests in these groups. */
    List<CallTask> openIn(Collection<UUID> groups, CallReason why) {
        return database.createQuery("""
                select t from CallTask t where t.about = :why and t.doneAt is null
                  and t.requestId in (select q.id from RegistrationRequest q where q.groupId in :groups)""", CallTask.class)
                .setParameter("why", why).setParameter("groups", groups).getResultList();
    }
}
