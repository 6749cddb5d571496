package fr.preau.testing;

import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.Booking;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Category;
import fr.preau.activities.Dates;
import fr.preau.activities.Photo;
import fr.preau.base.CurrentCentre;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes published activities for tests: {@code activities.titled("Cuisine").places(12).weekly().in(centre)}. */
public final class TestActivities {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ActivityService service;
    private final CatalogueService catalogue;
    private final Clock clock;

    TestActivities(ActivityService service, CatalogueService catalogue, Clock clock) {
        this.service = service;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** An activity for everybody in ten days at 14 h, with 12 places. */
    public Builder titled(String title) {
        return new Builder(title);
    }

    /** What is said about the activity before it is made. */
    public final class Builder {

        private final String title;
        private int places = 12;
        private Dates dates = Dates.once(today().plusDays(10), LocalTime.of(14, 0), LocalTime.of(16, 30));
        private Booking booking = Booking.BY_SESSION;
        private boolean registration = true;
        private boolean approval;
        private ActivityInput.Who who = ActivityInput.Who.EVERYBODY;
        private @Nullable Integer minAge;
        private @Nullable Integer maxAge;
        private @Nullable Integer bornFrom;
        private @Nullable Integer bornTo;
        private boolean withAdult;
        private @Nullable LocalDateTime opensAt;
        private @Nullable LocalDateTime closesAt;
        private @Nullable Integer holdDays;
        private Category category = Category.COOKING;
        private @Nullable Photo photo;
        private String summary = "On cuisine ensemble, puis on mange ensemble.";

        private Builder(String title) {
            this.title = title;
        }

        public Builder places(int number) {
            places = number;
            return this;
        }

        public Builder on(LocalDate day, LocalTime starts, LocalTime ends) {
            dates = Dates.once(day, starts, ends);
            return this;
        }

        public Builder dates(Dates typed) {
            dates = typed;
            return this;
        }

        /** Every week on the weekday of tomorrow, this many times, holidays included. */
        public Builder weekly(int times) {
            var first = today().plusDays(1);
            dates = Dates.weekly(Set.of(DayOfWeek.from(first)), LocalTime.of(14, 0), LocalTime.of(16, 30), first, first.plusWeeks(times - 1L))
                    .duringHolidays();
            return this;
        }

        public Builder wholeSeries() {
            booking = Booking.WHOLE_SERIES;
            return this;
        }

        public Builder dropIn() {
            registration = false;
            return this;
        }

        public Builder aged(@Nullable Integer min, @Nullable Integer max) {
            who = ActivityInput.Who.BY_AGE;
            minAge = min;
            maxAge = max;
            return this;
        }

        public Builder bornIn(@Nullable Integer from, @Nullable Integer to) {
            who = ActivityInput.Who.BY_BIRTH_YEAR;
            bornFrom = from;
            bornTo = to;
            return this;
        }

        public Builder withAdult() {
            withAdult = true;
            return this;
        }

        public Builder opensAt(@Nullable LocalDateTime when) {
            opensAt = when;
            return this;
        }

        /** How long reception keeps a place. */
        public Builder holdDays(@Nullable Integer days) {
            holdDays = days;
            return this;
        }

        public Builder closesAt(@Nullable LocalDateTime when) {
            closesAt = when;
            return this;
        }

        /** A photo that is kept already. */
        public Builder photo(@Nullable Photo kept) {
            photo = kept;
            return this;
        }

        /** The centre says yes or no to each request. */
        public Builder byApproval() {
            approval = true;
            return this;
        }

        public Builder category(Category what) {
            category = what;
            return this;
        }

        public Builder summary(String sentence) {
            summary = sentence;
            return this;
        }

        public ActivityInput input() {
            return new ActivityInput(title, summary, "Chaque semaine, une famille montre un plat.\n\nTout le monde goûte.", category, photo, who, minAge,
                    maxAge, bornFrom, bornTo, withAdult, dates, "Grande cuisine, rez-de-chaussée", "Entrée par la cour", "Un tablier",
                    "2 € par personne", places, registration, approval, booking, opensAt, closesAt, holdDays);
        }

        /** Makes and publishes it. */
        public ActivitySheet in(UUID centre) {
            return CurrentCentre.in(centre, () -> catalogue.find(service.found(input())).orElseThrow());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PARIS);
    }
}
