package fr.preau.activities;

import fr.preau.base.CurrentCentre;
import fr.preau.base.SearchKey;
import fr.preau.centres.CentreRecord;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts activities into a centre's catalogue in any state, for tests of what everybody reads. */
public final class CatalogueSamples {

    private final Activities activities;
    private final ActivityGroups groups;
    private final ActivitySessions sessions;
    private final JdbcClient database;
    private final Clock clock;

    public CatalogueSamples(ApplicationContext application) {
        activities = read(application, Activities.class);
        groups = read(application, ActivityGroups.class);
        sessions = read(application, ActivitySessions.class);
        database = application.getBean(JdbcClient.class);
        clock = application.getBean(Clock.class);
    }

    /** A repository reads its queries when it is first asked, and that is always for somebody. */
    private static <T> T read(ApplicationContext application, Class<T> repository) {
        return CurrentCentre.acrossCentres(() -> application.getBean(repository));
    }

    /** An activity for everybody, next week at 14 h, with 12 free places. */
    public Sample titled(String title) {
        return new Sample(title);
    }

    /** What is said about the activity before it is made. */
    public final class Sample {

        private final String title;
        private String summary = "On se retrouve, on apprend, on rit.";
        private String description = "";
        private Category category = Category.COOKING;
        private String place = "Grande cuisine, rez-de-chaussée";
        private String access = "Entrée par la cour, accessible en fauteuil";
        private String bring = "Un tablier";
        private String price = "2 € par personne";
        private Audience audience = Audience.everybody();
        private boolean registration = true;
        private boolean approval;
        private Booking booking = Booking.BY_SESSION;
        private @Nullable Instant opens;
        private ActivityStatus status = ActivityStatus.PUBLISHED;
        private String reason = "Fuite d’eau";
        private List<DayOfWeek> days = List.of(DayOfWeek.WEDNESDAY);
        private LocalTime starts = LocalTime.of(14, 0);
        private int minutes = 150;
        private int weeks = 1;
        private boolean past;
        private int places = 12;
        private int taken;
        private int waiting;
        private boolean firstCancelled;

        private Sample(String title) {
            this.title = title;
        }

        public Sample summary(String words) {
            summary = words;
            return this;
        }

        public Sample description(String words) {
            description = words;
            return this;
        }

        public Sample about(Category what) {
            category = what;
            return this;
        }

        public Sample at(String where, String how) {
            place = where;
            access = how;
            return this;
        }

        public Sample bring(String things) {
            bring = things;
            return this;
        }

        public Sample costs(String words) {
            price = words;
            return this;
        }

        public Sample forPeople(Audience who) {
            audience = who;
            return this;
        }

        public Sample on(String hour, int howLong, DayOfWeek... weekly) {
            starts = LocalTime.parse(hour);
            minutes = howLong;
            days = List.of(weekly);
            return this;
        }

        public Sample weeks(int number) {
            weeks = number;
            return this;
        }

        public Sample wholeSeries() {
            booking = Booking.WHOLE_SERIES;
            return this;
        }

        public Sample dropIn() {
            registration = false;
            return this;
        }

        public Sample byApproval() {
            approval = true;
            return this;
        }

        public Sample opens(Instant when) {
            opens = when;
            return this;
        }

        public Sample places(int number, int ofThemTaken, int peopleWaiting) {
            places = number;
            taken = ofThemTaken;
            waiting = peopleWaiting;
            return this;
        }

        public Sample firstSessionCancelled() {
            firstCancelled = true;
            return this;
        }

        public Sample over() {
            past = true;
            return this;
        }

        public Sample draft() {
            status = ActivityStatus.DRAFT;
            return this;
        }

        public Sample suspended(String why) {
            status = ActivityStatus.SUSPENDED;
            reason = why;
            return this;
        }

        public Sample cancelled(String why) {
            status = ActivityStatus.CANCELLED;
            reason = why;
            return this;
        }

        /** Makes it, and answers its name in addresses. */
        public String in(CentreRecord centre) {
            return CurrentCentre.in(centre.id(), () -> make(centre));
        }

        private String make(CentreRecord centre) {
            String slug = SearchKey.of(title).replaceAll("[^a-z0-9]+", "-");
            var now = clock.instant();
            var about = new About(title, summary, description.isEmpty() ? summary : description, category, place, access, bring, price);
            var activity = new Activity(about, slug, new AdmissionRules(audience, registration, approval, opens, null, null), now);
            if (status != ActivityStatus.DRAFT) {
                activity.publish(now);
            }
            if (status == ActivityStatus.SUSPENDED) {
                activity.suspend(reason, now);
            }
            if (status == ActivityStatus.CANCELLED) {
                activity.cancel(reason, now);
            }
            activities.save(activity);
            var first = LocalDate.ofInstant(now, centre.zone()).plusDays(past ? -400 : 3);
            var series = weeks == 1 ? null : WeeklySeries.on(days, starts, starts.plusMinutes(minutes), first, first.plusWeeks(weeks), centre.zone(),
                    true, true, List.of());
            var group = groups.save(new ActivityGroup(activity.id(), "", booking, places, series));
            var made = new ArrayList<UUID>();
            for (int week = 0; week < weeks; week++) {
                for (var day : days) {
                    made.add(session(group, first.plusWeeks(week).with(TemporalAdjusters.nextOrSame(day)), centre));
                }
            }
            database.sql("UPDATE activity_session SET taken = ?, waiting = ? WHERE group_id = ?").params(taken, waiting, group.id()).update();
            if (firstCancelled) {
                database.sql("UPDATE activity_session SET status = 'CANCELLED', status_reason = ? WHERE id = ?").params(reason, made.getFirst()).update();
            }
            return slug;
        }

        private UUID session(ActivityGroup group, LocalDate day, CentreRecord centre) {
            var begin = day.atTime(starts).atZone(centre.zone()).toInstant();
            return sessions.save(new ActivitySession(group.id(), begin, begin.plusSeconds(60L * minutes), centre.zone(), places)).toRecord().id();
        }
    }
}
