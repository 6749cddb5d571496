package fr.preau.demo;

import fr.preau.activities.About;
import fr.preau.activities.Audience;
import fr.preau.activities.Booking;
import fr.preau.activities.Category;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * An activity as a centre would tell it. Weekly ones began six weeks ago and go on; a single one takes place once, some weeks
 * from today, or took place some weeks ago.
 *
 * @param weeksAhead zero for a weekly series, else in how many weeks the single session is; below zero when it is over
 */
record DemoActivity(About about, Audience audience, boolean registration, boolean approval, Booking booking, List<DayOfWeek> days, LocalTime starts,
                    int minutes, int places, int weeksAhead) {

    LocalTime ends() {
        return starts.plusMinutes(minutes);
    }

    String title() {
        return about.title();
    }

    boolean isWeekly() {
        return weeksAhead == 0;
    }

    /** The same on other days, or at another hour. */
    DemoActivity on(String hour, DayOfWeek... weekly) {
        return new DemoActivity(about, audience, registration, approval, booking, List.of(weekly), LocalTime.parse(hour), minutes, places, weeksAhead);
    }

    /** The same in another house. */
    DemoActivity at(String where, String how) {
        var there = new About(about.title(), about.summary(), about.description(), about.category(), where, how, about.bring(), about.price());
        return new DemoActivity(there, audience, registration, approval, booking, days, starts, minutes, places, weeksAhead);
    }

    /** The same, but anybody may just come. */
    DemoActivity withoutRegistration() {
        return new DemoActivity(about, audience, false, false, booking, days, starts, minutes, places, weeksAhead);
    }

    /** The same, but the team answers each request. */
    DemoActivity byApproval() {
        return new DemoActivity(about, audience, registration, true, booking, days, starts, minutes, places, weeksAhead);
    }

    /** Begins to tell an activity. */
    static Telling tell(String title, Category category) {
        return new Telling(title, category);
    }

    /** Tells an activity step by step; the last word is {@code places} or {@code withoutRegistration}. */
    static final class Telling {

        private final String title;
        private final Category category;
        private String summary = "";
        private String place = "";
        private String access = "";
        private String bring = "";
        private String price = "";
        private Audience audience = Audience.everybody();
        private Booking booking = Booking.WHOLE_SERIES;
        private List<DayOfWeek> days = List.of();
        private LocalTime starts = LocalTime.NOON;
        private int minutes;
        private int weeksAhead;

        Telling(String title, Category category) {
            this.title = title;
            this.category = category;
        }

        Telling saying(String words) {
            summary = words;
            return this;
        }

        Telling at(String where, String how) {
            place = where;
            access = how;
            return this;
        }

        Telling bring(String things) {
            bring = things;
            return this;
        }

        Telling costs(String words) {
            price = words;
            return this;
        }

        Telling from(int age) {
            audience = Audience.aged(age, null);
            return this;
        }

        Telling aged(int from, int to) {
            audience = Audience.aged(from, to);
            return this;
        }

        Telling born(int from, int to) {
            audience = Audience.bornIn(from, to);
            return this;
        }

        Telling withAdult() {
            audience = audience.accompanied();
            return this;
        }

        Telling on(String hour, int howLong, DayOfWeek... weekly) {
            starts = LocalTime.parse(hour);
            minutes = howLong;
            days = List.of(weekly);
            return this;
        }

        Telling once(String hour, int howLong, DayOfWeek day, int inWeeks) {
            weeksAhead = inWeeks;
            return on(hour, howLong, day);
        }

        Telling bySession() {
            booking = Booking.BY_SESSION;
            return this;
        }

        DemoActivity places(int count) {
            return new DemoActivity(new About(title, summary, summary, category, place, access, bring, price), audience, true, false, booking,
                    days, starts, minutes, count, weeksAhead);
        }
    }
}
