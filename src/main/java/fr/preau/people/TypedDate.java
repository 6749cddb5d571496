package fr.preau.people;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date as it was typed in three fields; it may be none, or one that no calendar has. */
public record TypedDate(String day, String month, String year) implements Serializable {

    /** Nothing typed. */
    public static final TypedDate NONE = new TypedDate("", "", "");

    private static final Pattern ONE_OR_TWO_DIGITS = Pattern.compile("\\d{1,2}");
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\d{4}");

    public TypedDate {
        day = day.strip();
        month = month.strip();
        year = year.strip();
    }

    public static TypedDate of(LocalDate date) {
        return new TypedDate(String.valueOf(date.getDayOfMonth()), String.valueOf(date.getMonthValue()), String.valueOf(date.getYear()));
    }

    public boolean isNone() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** Whether the year is written with its four digits: "18" may be 1918 or 2018. */
    boolean hasFullYear() {
        return FOUR_DIGITS.matcher(year).matches();
    }

    /** The date, if the calendar has it. */
    public Optional<LocalDate> date() {
        if (!ONE_OR_TWO_DIGITS.matcher(day).matches() || !ONE_OR_TWO_DIGITS.matcher(month).matches() || !hasFullYear()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
