package fr.preau.activities;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that come back every week: wall time in a zone, so that "14 h" stays 14 h when the clocks change.
 *
 * @param starts              local time
 * @param ends                local time, the same day; 0 h is its midnight
 * @param lastDay             included
 * @param zone                an IANA name
 * @param skipsSchoolHolidays leaves out the school holidays of the centre's zone, as far as they are published
 * @param exceptions          further days without a session
 */
@Embeddable
public record WeeklySeries(
        @Column(name = "series_days") @Convert(converter = Days.class) SortedSet<DayOfWeek> days,
        @Column(name = "series_starts") @Convert(converter = Hour.class) LocalTime starts,
        @Column(name = "series_ends") @Convert(converter = Hour.class) LocalTime ends,
        @Column(name = "series_first_day") LocalDate firstDay,
        @Column(name = "series_last_day") LocalDate lastDay,
        @Column(name = "series_zone") String zone,
        @Column(name = "series_skips_school") Boolean skipsSchoolHolidays,
        @Column(name = "series_skips_public") Boolean skipsPublicHolidays,
        @Column(name = "series_exceptions") @Convert(converter = Dates.class) SortedSet<LocalDate> exceptions)
        implements Serializable {

    /** A series on these days of the week; the collections are copied. */
    public static WeeklySeries on(Collection<DayOfWeek> days, LocalTime starts, LocalTime ends, LocalDate firstDay, LocalDate lastDay,
                                  ZoneId zone, boolean skipsSchoolHolidays, boolean skipsPublicHolidays, Collection<LocalDate> exceptions) {
        return new WeeklySeries(new TreeSet<>(days), starts, ends, firstDay, lastDay, zone.getId(), skipsSchoolHolidays,
                skipsPublicHolidays, new TreeSet<>(exceptions));
    }

    /** The same days at other hours. */
    WeeklySeries at(LocalTime newStarts, LocalTime newEnds) {
        return new WeeklySeries(days, newStarts, newEnds, firstDay, lastDay, zone, skipsSchoolHolidays, skipsPublicHolidays, exceptions);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** Without the JDBC time type: it would be shifted by the zone of the connection. */
    @Converter
    static class Hour implements AttributeConverter<@Nullable LocalTime, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable LocalTime time) {
            return time == null ? null : "%02d:%02d".formatted(time.getHour(), time.getMinute());
        }

        @Override
        public @Nullable LocalTime convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : LocalTime.parse(text);
        }
    }

    @Converter
    static class Days implements AttributeConverter<@Nullable SortedSet<DayOfWeek>, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable SortedSet<DayOfWeek> days) {
            return days == null ? null : days.stream().map(DayOfWeek::name).collect(Collectors.joining(" "));
        }

        @Override
        public @Nullable SortedSet<DayOfWeek> convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : words(text).map(DayOfWeek::valueOf).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Converter
    static class Dates implements AttributeConverter<@Nullable SortedSet<LocalDate>, @Nullable String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable SortedSet<LocalDate> dates) {
            return dates == null ? null : dates.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        }

        @Override
        public @Nullable SortedSet<LocalDate> convertToEntityAttribute(@Nullable String text) {
            return text == null ? null : words(text).map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
