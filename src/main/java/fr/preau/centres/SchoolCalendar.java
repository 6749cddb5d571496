package fr.preau.centres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Knows the school holidays of each zone and the public holidays of metropolitan France. The school holidays are known
 * up to {@link #lastPublishedDay()}; about later days it knows nothing, and says so.
 * <p>
 * Source of the school year 2026–2027: arrêté of 22 October 2025 (JORF of 23 October 2025, JORFTEXT000052416058). A line of the
 * file is a day without school between two periods of teaching; classes end on the day before and begin again on the day after.
 */
@Component
public class SchoolCalendar {

    private static final int DATE = 0;
    private static final int ZONE_A = 1;
    private static final int NAME = 4;

    private final Map<HolidayZone, Map<LocalDate, String>> holidays = new EnumMap<>(HolidayZone.class);
    private final Map<LocalDate, String> publicHolidays = new HashMap<>();
    private final LocalDate firstPublishedDay;
    private final LocalDate lastPublishedDay;

    SchoolCalendar() {
        lines("school-holidays.csv").forEach(this::readSchoolDay);
        lines("public-holidays.csv").forEach(cells -> publicHolidays.put(LocalDate.parse(cells[DATE]), cells[1]));
        // The file goes on after its last holidays with days that nobody has filled in yet.
        lastPublishedDay = holidays.values().stream().flatMap(days -> days.keySet().stream()).max(LocalDate::compareTo).orElseThrow();
        firstPublishedDay = holidays.values().stream().flatMap(days -> days.keySet().stream()).min(LocalDate::compareTo).orElseThrow();
    }

    /** The name of the school holidays on this day, as people say it; nothing on a school day, or when nothing is published. */
    public Optional<String> schoolHoliday(HolidayZone zone, LocalDate day) {
        return Optional.ofNullable(holidays.getOrDefault(zone, Map.of()).get(day));
    }

    /** Whether the school holidays around this day are published. */
    public boolean isPublished(LocalDate day) {
        return !day.isBefore(firstPublishedDay) && !day.isAfter(lastPublishedDay);
    }

    /** The last day about which something is known. */
    public LocalDate lastPublishedDay() {
        return lastPublishedDay;
    }

    /** The name of the public holiday on this day; known from 2020 to 2050. */
    public Optional<String> publicHoliday(LocalDate day) {
        return Optional.ofNullable(publicHolidays.get(day));
    }

    private void readSchoolDay(String[] cells) {
        for (HolidayZone zone : HolidayZone.values()) {
            if (Boolean.parseBoolean(cells[ZONE_A + zone.ordinal()])) {
                String name = cells.length > NAME ? cells[NAME].replace('\'', '’') : "";
                holidays.computeIfAbsent(zone, z -> new HashMap<>()).put(LocalDate.parse(cells[DATE]), name);
            }
        }
    }

    private static List<String[]> lines(String file) {
        var stream = Objects.requireNonNull(SchoolCalendar.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(line -> !line.isBlank()).map(line -> line.strip().split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
