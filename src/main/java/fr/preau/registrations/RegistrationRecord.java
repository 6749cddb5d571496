package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A registration as screens and letters read it.
 *
 * @param code      what the family says on the phone, see {@link RequestCode}
 * @param sessionId the one session; nothing for the whole series
 * @param waits     why the person went into the list; nothing for who got a place at once
 * @param rank      the party's place in the list; 0 for who does not wait
 * @param offerId   the open offer, if a place is offered
 * @param deadline  until when the place is offered or held; nothing when there is none, or the staff decides
 * @param missing   what is missing while the place is held, if somebody noted it
 * @param calendarId what calendars know its dates by: its own id, or that of the first whose end was taken back
 * @param seats     its sessions by time, those given back included
 */
public record RegistrationRecord(UUID id, UUID requestId, String code, UUID householdId, UUID personId, String personName, UUID partyId, UUID activityId,
                                 UUID groupId, String title, String slug, String groupName, String place,
                                 @Nullable UUID sessionId, RegistrationState state, @Nullable WaitReason waits, int rank, @Nullable UUID offerId,
                                 @Nullable Instant deadline, @Nullable String missing, boolean overbooked, PartyRule rule, Channel channel,
                                 Instant askedAt, Instant changedAt, UUID calendarId, List<SeatRecord> seats) implements Serializable {

    /** A session of this registration. */
    public record SeatRecord(UUID sessionId, Instant startsAt, Instant endsAt, boolean released, boolean cancelled, int sequence)
            implements Serializable {
    }

    /** The sessions that this registration still speaks of. */
    public List<SeatRecord> dates() {
        return seats.stream().filter(seat -> !seat.released() && !seat.cancelled()).toList();
    }

    /** The sessions to name: those that it still speaks of; where none is left, those that it was about. */
    public List<SeatRecord> namedDates() {
        var still = dates();
        return still.isEmpty() ? seats : still;
    }

    /** Those of them that begin after this moment; where all are over, all. */
    public List<SeatRecord> namedDates(Instant now) {
        var ahead = namedDates().stream().filter(seat -> seat.startsAt().isAfter(now)).toList();
        return ahead.isEmpty() ? namedDates() : ahead;
    }

    /** Whether several persons of these wait for places at once. */
    public static boolean waitTogether(List<RegistrationRecord> some) {
        return some.stream().filter(one -> one.state() == RegistrationState.WAITING)
                .collect(Collectors.groupingBy(RegistrationRecord::partyId, Collectors.counting())).values().stream().anyMatch(persons -> persons > 1);
    }

    RegistrationRecord with(List<SeatRecord> sessions) {
        return new RegistrationRecord(id, requestId, code, householdId, personId, personName, partyId, activityId, groupId, title, slug, groupName,
                place, sessionId, state, waits, rank, offerId, deadline, missing, overbooked, rule, channel, askedAt, changedAt, calendarId, sessions);
    }
}
