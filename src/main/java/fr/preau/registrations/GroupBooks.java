package fr.preau.registrations;

import fr.preau.activities.PlacesService;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the books of groups under their locks, and writes them back. */
@Component
class GroupBooks {

    private final PlacesService places;
    private final WaitingLines lines;
    private final Clock clock;

    GroupBooks(PlacesService places, WaitingLines lines, Clock clock) {
        this.places = places;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Locks the groups, then reads them. The first statement of the transaction: what is read before the lock is old.
     *
     * @return by the order of their ids; groups of other centres are left out
     */
    List<GroupBook> open(Collection<UUID> groups) {
        var held = places.lock(groups);
        // Read after the lock: who waited for it has a later hour than those before.
        var now = clock.instant();
        return held.stream().map(group -> new GroupBook(group, lines.of(group.groupId()), now)).toList();
    }

    Optional<GroupBook> open(UUID group) {
        return open(List.of(group)).stream().findFirst();
    }

    /** The same without a lock, to look and never to write. */
    Optional<GroupBook> peek(UUID group) {
        return places.peek(List.of(group)).stream().findFirst()
                .map(found -> new GroupBook(found, lines.of(group), clock.instant()));
    }

    /** Writes what has changed: the counters of the sessions and the lists, each once. */
    void write(GroupBook book) {
        places.recordOccupancy(book.changedCounts());
        book.changedLines().forEach(line -> lines.write(book.id(), line));
    }
}
