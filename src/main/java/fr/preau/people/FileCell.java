package fr.preau.people;

import fr.preau.base.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell of a {@link FileTable}.
 *
 * @param exact a day or an instant as machines write it; nothing for words
 */
public record FileCell(String shown, @Nullable String exact) {

    /** Words; empty for nothing. */
    public static FileCell of(@Nullable String words) {
        return new FileCell(words == null ? "" : words, null);
    }

    public static FileCell of(@Nullable LocalDate day, Moments moments) {
        return day == null ? of((String) null) : new FileCell(moments.date(day), day.toString());
    }

    public static FileCell of(@Nullable Instant moment, Moments moments, ZoneId zone) {
        return moment == null ? of((String) null)
                : new FileCell(moments.full(moment, zone), moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString());
    }
}
