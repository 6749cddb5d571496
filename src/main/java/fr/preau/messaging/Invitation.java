package fr.preau.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates for the reader's calendar. A calendar knows an entry again by its {@code uid} and believes the one with the
 * highest {@code sequence}: the same registration and session must always give the same uid, and each change a higher
 * number.
 */
public record Invitation(Purpose purpose, List<Entry> entries) {

    /** What the calendar is to do. */
    public enum Purpose {
        /** Take note. */
        PUBLISH,
        /** Take note, as a guest whose presence is expected. */
        REQUEST,
        /** Strike out. */
        CANCEL
    }

    public Invitation {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("An invitation to nothing");
        }
    }

    /**
     * One session.
     *
     * @param uid      stable, unique in the world with the domain that is added; no space
     * @param sequence grows with each change
     * @param zone     whose wall clock the session follows
     */
    public record Entry(String uid, int sequence, String title, Instant startsAt, Instant endsAt, ZoneId zone,
                        String place, @Nullable String address) {
    }
}
