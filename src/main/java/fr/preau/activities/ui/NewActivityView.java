package fr.preau.activities.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.Booking;
import fr.preau.activities.Dates;
import fr.preau.activities.DraftService;
import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Toast;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

/** A new activity in three minutes: one form, one look at how people will read it, and it is published or kept. */
@Route(value = ActivitiesNavigation.ACTIVITIES + "/" + ActivitiesNavigation.NEW, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class NewActivityView extends ActivityFormPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int LIKELY_PLACES = 12;
    /** From the middle of April on, a new series is mostly for the next season. */
    private static final LocalDate SEASON_TURNS = LocalDate.of(2000, Month.APRIL, 15);

    private final transient PublishingService publishing;
    private final transient Clock clock;

    NewActivityView(ActivityService service, ScheduleService schedule, PublishingService publishing, PhotoService photos, DraftService drafts, ActivityWords words, Clock clock) {
        super(service, schedule, photos, drafts, words, clock);
        this.publishing = publishing;
        this.clock = clock;
        title(words.say("form.new"));
        lead(words.say("form.new-lead"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        begin(null, 0, likely(), ActivityForm.ofNew(schedule, photos, words, this::keep));
        edit();
        formBar();
    }

    /** What most activities are, so that little is left to answer. */
    private ActivityInput likely() {
        var blank = ActivityInput.blank();
        var today = LocalDate.ofInstant(clock.instant(), words.zone());
        var end = LocalDate.of(today.getYear(), Month.JUNE, 30);
        boolean nextSeason = today.isAfter(SEASON_TURNS.withYear(today.getYear()));
        var dates = new Dates(Dates.Rhythm.WEEKLY, null, null, null, Set.of(), today.plusDays(1), nextSeason ? end.plusYears(1) : end, true, true, List.of());
        return new ActivityInput("", "", "", null, null, blank.who(), null, null, null, null, false, dates, "", "", "", "", LIKELY_PLACES, true, false,
                Booking.BY_SESSION, null, null, null);
    }

    private void formBar() {
        bar(Link.alt(ActivitiesNavigation.activities(centre), words.say("form.back")), Act.go(words.say("form.preview"), click -> look()));
    }

    private void look() {
        var input = form().write();
        if (refuse(service.check(input))) {
            return;
        }
        keep();
        look(words.say("preview.lead"), schedule.preview(input.dates()).orElse(null));
        bar(Act.alt(words.say("preview.change"), click -> {
            edit();
            formBar();
        }), Act.alt(words.say("preview.keep"), click -> create(false)).once(), Act.go(words.say("preview.publish"), click -> create(true)).once());
    }

    private void create(boolean publish) {
        switch (service.create(form().write())) {
            case Outcome.Done done -> {
                drafts.forget(null);
                var shown = publish ? publishing.publish(done.activityId()) : done;
                ActivitiesNavigation.go(ActivitiesNavigation.activity(centre, done.activityId()));
                Toast.say(shown instanceof Outcome.Refused refused ? words.refusal(refused) : words.say(publish ? "published" : "draft-saved"));
            }
            case Outcome.NotYet notYet -> {
                formBar();
                refuse(notYet.problems());
            }
            case Outcome.Refused refused -> {
                formBar();
                notice(Notice.bad(words.refusal(refused)).spoken());
            }
            case Outcome.ChangedMeanwhile meanwhile -> throw new IllegalStateException("A new activity has no other version: " + meanwhile);
        }
    }
}
