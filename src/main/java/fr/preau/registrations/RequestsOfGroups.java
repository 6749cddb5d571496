package fr.preau.registrations;

import fr.preau.activities.UnansweredRequests;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the catalogue how many requests wait, before the team no longer answers each. */
@Component
class RequestsOfGroups implements UnansweredRequests {

    private final ApprovalQueries queries;

    RequestsOfGroups(ApprovalQueries queries) {
        this.queries = queries;
    }

    @Override
    public int in(Collection<UUID> groups) {
        return groups.isEmpty() ? 0 : queries.parties(groups);
    }
}
