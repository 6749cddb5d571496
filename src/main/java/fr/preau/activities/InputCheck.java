package fr.preau.activities;

import fr.preau.activities.Problem.Field;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody typed, and says all that does not go at once. The same rule for the form and for the service. */
final class InputCheck {

    private static final Set<String> PAST = Set.of("date-past", "hours-past");

    private final List<Problem> problems = new ArrayList<>();
    private final LocalDate today;

    private InputCheck(LocalDate today) {
        this.today = today;
    }

    /** What is said about the activity, for whom, and when one may register. */
    static List<Problem> of(ActivityInput input, LocalDate today) {
        var check = new InputCheck(today);
        check.about(input);
        check.people(input);
        check.registration(input);
        return check.problems;
    }

    /** The dates: a new session lies ahead. */
    static List<Problem> of(Dates dates, LocalDateTime now) {
        var check = new InputCheck(now.toLocalDate());
        check.dates(dates, now.toLocalTime());
        return check.problems;
    }

    /** Whether these dates can be worked out and shown, be they past or not: a list that is not endless. */
    static boolean canBePlanned(Dates dates, LocalDateTime now) {
        return of(dates, now).stream().allMatch(problem -> PAST.contains(problem.reason()));
    }

    static List<Problem> ofDate(LocalDate date, LocalDate today) {
        var check = new InputCheck(today);
        check.date(date);
        return check.problems;
    }

    static List<Problem> ofPlaces(@Nullable Integer places) {
        var check = new InputCheck(LocalDate.EPOCH);
        check.places(places);
        return check.problems;
    }

    private void about(ActivityInput input) {
        required(Field.TITLE, "title-missing", input.title(), About.TITLE);
        required(Field.SUMMARY, "summary-missing", input.summary(), About.SUMMARY);
        notLonger(Field.DESCRIPTION, input.description(), About.DESCRIPTION);
        if (input.category() == null) {
            add(Field.CATEGORY, "category-missing");
        }
        if (input.photo() != null) {
            required(Field.PHOTO, "photo-alt-missing", input.photo().alt(), Photo.ALT);
        }
        required(Field.PLACE, "place-missing", input.place(), About.LINE);
        notLonger(Field.ACCESS, input.accessNote(), About.NOTE);
        notLonger(Field.BRING, input.bring(), About.NOTE);
        notLonger(Field.PRICE, input.price(), About.LINE);
    }

    private void people(ActivityInput input) {
        switch (input.who()) {
            case EVERYBODY -> {
                // nobody is left out
            }
            case BY_AGE -> range(Field.AGES, input.minAge(), input.maxAge(), 0, Audience.OLDEST, "ages-missing", "age-unlikely", "ages-order");
            case BY_BIRTH_YEAR -> range(Field.BIRTH_YEARS, input.birthYearFrom(), input.birthYearTo(), Audience.FIRST_BIRTH_YEAR,
                    today.getYear(), "birth-years-missing", "birth-year-unlikely", "birth-years-order");
        }
    }

    private void range(Field field, @Nullable Integer low, @Nullable Integer high, int least, int most, String missing, String unlikely, String order) {
        if (low == null && high == null) {
            add(field, missing);
        } else if (low != null && (low < least || low > most) || high != null && (high < least || high > most)) {
            add(field, unlikely, least, most);
        } else if (low != null && high != null && low > high) {
            add(field, order);
        }
    }

    private void registration(ActivityInput input) {
        places(input.places());
        if (input.registrationNeeded() && input.opensAt() != null && input.closesAt() != null && !input.opensAt().isBefore(input.closesAt())) {
            add(Field.CLOSING, "closes-before-opening");
        }
        if (input.registrationNeeded() && input.holdDays() != null && (input.holdDays() < 1 || input.holdDays() > AdmissionRules.MOST_HOLD_DAYS)) {
            add(Field.HOLD, "hold-days", AdmissionRules.MOST_HOLD_DAYS);
        }
    }

    private void places(@Nullable Integer places) {
        if (places == null) {
            add(Field.PLACES, "places-missing");
        } else if (places < 1) {
            add(Field.PLACES, "places-too-few");
        } else if (places > ActivitySession.MOST_PLACES) {
            add(Field.PLACES, "places-too-many", ActivitySession.MOST_PLACES);
        }
    }

    private void dates(Dates dates, LocalTime now) {
        if (dates.starts() == null || dates.ends() == null) {
            add(Field.HOURS, "hours-missing");
        } else if (!WallHours.areInOrder(dates.starts(), dates.ends())) {
            add(Field.HOURS, "hours-order");
        }
        if (dates.isWeekly()) {
            weekly(dates);
        } else if (dates.date() == null) {
            add(Field.DATE, "date-missing");
        } else {
            date(dates.date());
            if (dates.date().equals(today) && dates.starts() != null && !dates.starts().isAfter(now)) {
                add(Field.HOURS, "hours-past");
            }
        }
    }

    private void date(LocalDate date) {
        if (date.isBefore(today)) {
            add(Field.DATE, "date-past");
        } else if (date.isAfter(today.plusDays(SeriesPlanner.LONGEST_IN_DAYS))) {
            add(Field.DATE, "date-far");
        }
    }

    private void weekly(Dates dates) {
        if (dates.days().isEmpty()) {
            add(Field.DAYS, "days-missing");
        }
        if (dates.firstDay() == null || dates.lastDay() == null) {
            add(Field.PERIOD, "period-missing");
        } else if (dates.firstDay().isAfter(dates.lastDay())) {
            add(Field.PERIOD, "period-order");
        } else if (ChronoUnit.DAYS.between(dates.firstDay(), dates.lastDay()) > SeriesPlanner.LONGEST_IN_DAYS
                || dates.firstDay().isBefore(today.minusDays(SeriesPlanner.LONGEST_IN_DAYS))) {
            add(Field.PERIOD, "period-long");
        } else if (dates.lastDay().isBefore(today)) {
            add(Field.PERIOD, "date-past");
        }
    }

    private void required(Field field, String missing, String text, int most) {
        if (About.line(cut(text, most + 1)).isEmpty()) {
            add(field, missing);
        } else {
            notLonger(field, text, most);
        }
    }

    private void notLonger(Field field, String text, int most) {
        if (text.strip().length() > most) {
            add(field, "too-long", most, text.strip().length());
        }
    }

    private static String cut(String text, int most) {
        String bare = text.strip();
        return bare.substring(0, Math.min(most, bare.length()));
    }

    private void add(Field field, String reason, Object... facts) {
        problems.add(Problem.at(field, reason, facts));
    }
}
