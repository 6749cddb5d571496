package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family to call, and what to say.
 *
 * @param title  the activity, or several where one act met several of the family's requests
 * @param names  whom of the family it is about, where it is not about all who are there
 * @param place  where the activity is
 * @param over   whether the whole activity is cancelled
 * @param reason why the activity stands as it does, its dates were cancelled, or the centre ended or refused something
 * @param dates  the family's dates that it is about, by time
 * @param offer  the offer to answer, if it is about one
 * @param until  when that offer ends by itself, if it does
 */
public record CallLine(UUID call, UUID request, CallReason about, String householdName, @Nullable String phone, String title,
                       List<String> names, String place, boolean over, @Nullable String reason, List<ChangedDate> dates, Instant since,
                       @Nullable UUID offer, @Nullable Instant until) implements Serializable {

    /**
     * A session that was moved or cancelled, or that somebody has to hear of for another reason.
     *
     * @param startedAt when it began before it was moved, as the family knows it; nothing when it was not moved
     */
    public record ChangedDate(Instant startsAt, Instant endsAt, boolean cancelled, @Nullable Instant startedAt, @Nullable Instant endedAt)
            implements Serializable {
    }
}
