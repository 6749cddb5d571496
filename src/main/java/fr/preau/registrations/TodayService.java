package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.centres.CentreService;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the staff looks at first in the morning. */
@Service
@Transactional(readOnly = true)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class TodayService {

    /** A list is to be seen at a glance; one more is read, so that the page can say that there are others. */
    public static final int MOST = 12;
    /** All that a house holds in a day. */
    private static final int MOST_SESSIONS = 60;
    /** A sheet that was not filled is asked for during a week. */
    private static final Duration SHEETS_ARE_ASKED_FOR = Duration.ofDays(7);

    /**
     * A session of today, or one whose sheet is not filled.
     *
     * @param offered places that are kept for somebody who has not said yes
     */
    public record SessionLine(UUID session, String title, String groupName, String place, Instant startsAt, int expected, int offered,
                              int overbooked, int noted) implements Serializable {

        SessionLine with(TodayQueries.Counts counts) {
            return new SessionLine(session, title, groupName, place, startsAt, counts.expected(), counts.offered(), overbooked, noted);
        }
    }

    /** A request that the team has not answered. */
    public record RequestLine(UUID request, String householdName, String names, String title, Instant askedAt) implements Serializable {
    }

    /** An offer that ends soon. */
    public record OfferLine(UUID request, String householdName, String title, Instant deadline) implements Serializable {
    }

    /** A place that is held until something that is missing is there. */
    public record HoldLine(UUID request, String householdName, String title, Instant deadline, @Nullable String missing) implements Serializable {
    }

    /** The whole page; each list holds its first twelve, and one more where there are others; the day’s sessions are all there. */
    public record Today(List<SessionLine> sessions, List<CallLine> calls, List<RequestLine> requests, List<OfferLine> offers, List<HoldLine> holds,
                        List<SessionLine> unfilled)
            implements Serializable {
    }

    private final TodayQueries queries;
    private final CallQueries calls;
    private final CentreService centres;
    private final Clock clock;

    TodayService(TodayQueries queries, CallQueries calls, CentreService centres, Clock clock) {
        this.queries = queries;
        this.calls = calls;
        this.centres = centres;
        this.clock = clock;
    }

    /** Whom reception has to call about this request, and what there is to say. */
    public List<CallLine> callsAbout(UUID request) {
        return calls.toDoAbout(request, MOST);
    }

    /** Today in the centre's zone: nine statements at most, whatever there is to do. */
    public Today today() {
        var now = clock.instant();
        var zone = centres.current().zone();
        var morning = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var night = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        var sessions = queries.sessions(morning, night, MOST_SESSIONS);
        var unfilled = queries.unfilled(now.minus(SHEETS_ARE_ASKED_FOR), morning.isBefore(now) ? now : morning, MOST + 1);
        var counts = queries.counts(Stream.concat(sessions.stream(), unfilled.stream()).map(SessionLine::session).collect(Collectors.toSet()));
        return new Today(counted(sessions, counts), calls.toDo(MOST + 1), queries.requests(MOST + 1), queries.offers(MOST + 1), queries.holds(MOST + 1),
                counted(unfilled, counts));
    }

    private static List<SessionLine> counted(List<SessionLine> sessions, Map<UUID, TodayQueries.Counts> counts) {
        return sessions.stream().map(one -> one.with(counts.getOrDefault(one.session(), TodayQueries.Counts.NOBODY))).toList();
    }
}
