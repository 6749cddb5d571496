package fr.preau.activities;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.PublicNumbersChanged;
import fr.preau.base.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out places, one at a time.
 * <p>
 * Whoever changes who has a place calls {@link #lock} as the <strong>first statement</strong> of the transaction: under
 * REPEATABLE READ the first plain read fixes what the transaction sees, and a count made on an older view gives the last
 * place twice. Several groups are locked in the order of their ids, so that two transactions never wait for each other.
 */
@Service
@AllowedTo(Role.THE_HOUSE)
@Transactional(propagation = Propagation.MANDATORY)
public class PlacesService {

    private final PlacesQueries queries;
    private final ApplicationEventPublisher events;

    PlacesService(PlacesQueries queries, ApplicationEventPublisher events) {
        this.queries = queries;
        this.events = events;
    }

    /**
     * Waits until nobody else changes these groups, holds them until the transaction ends, then reads them.
     *
     * @return the groups in the order of their ids; ids that are not of this centre are left out
     */
    public List<LockedGroup> lock(Collection<UUID> groupIds) {
        return queries.read(hold(groupIds));
    }

    /**
     * The same for who reads nothing of them yet: no plain read fixes what the transaction sees, so that it can wait for another
     * lock after this one and still see what is so then.
     */
    public List<UUID> hold(Collection<UUID> groupIds) {
        return inOrder(groupIds).flatMap(id -> queries.lock(id).stream()).toList();
    }

    /** The same for all groups of an activity, as the first statement too. */
    public List<LockedGroup> lockActivity(UUID activityId) {
        return queries.read(queries.lockOf(activityId));
    }

    /** The same without waiting and without a promise: to show, never to decide. */
    public List<LockedGroup> peek(Collection<UUID> groupIds) {
        return queries.read(inOrder(groupIds).toList());
    }

    /** As text, since UUID's own order is signed and not the database's. */
    private static Stream<UUID> inOrder(Collection<UUID> ids) {
        return ids.stream().distinct().sorted(Comparator.comparing(UUID::toString));
    }

    /**
     * Notes how many people sessions have now, so that pages need not count. Only under the group's lock, under which the
     * sessions were read. Sessions with the same numbers are one statement: those of a series, mostly all.
     *
     * @throws org.springframework.dao.DataAccessException when that is more than a session allows: a bug, the transaction must
     *                                                     not commit
     */
    public void recordOccupancy(Collection<Occupancy> now) {
        now.stream().collect(Collectors.groupingBy(Occupancy::people, LinkedHashMap::new, Collectors.mapping(Occupancy::session, Collectors.toList())))
                .forEach((people, ids) -> {
                    if (queries.occupy(ids, people) != ids.size()) {
                        throw new IllegalStateException("Not all of these sessions are there");
                    }
                });
        events.publishEvent(new PublicNumbersChanged(CurrentCentre.require()));
    }
}
