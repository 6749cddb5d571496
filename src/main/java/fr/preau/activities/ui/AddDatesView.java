package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.Booking;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Dates;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.Outcome;
import fr.preau.activities.Problem;
import fr.preau.activities.ScheduleService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TaskPage;
import fr.preau.base.ui.Toast;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** More dates for a group that stands, or a further group with dates of its own. */
@Route(value = ActivitiesNavigation.ONE + "/" + ActivitiesNavigation.DATES + "/:" + ActivitiesNavigation.GROUP_ID + "?", layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class AddDatesView extends TaskPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int LIKELY_PLACES = 12;

    private final transient ScheduleService schedule;
    private final transient CatalogueService catalogue;
    private final transient ActivityWords words;
    private final FieldErrors errors = new FieldErrors();
    private final Div content = new Div();
    private final Div notices = new Div();
    private final TextField name;
    private final DatesPart dates;
    private final OneCard<Booking> booking;
    private final IntegerField places;
    private UUID activity = new UUID(0, 0);
    private String sought = "";
    private @Nullable UUID group;

    AddDatesView(ScheduleService schedule, CatalogueService catalogue, ActivityWords words) {
        this.schedule = schedule;
        this.catalogue = catalogue;
        this.words = words;
        content.addClassNames("form", "stack", "wide-gaps");
        notices.addClassName("stack");
        add(content);
        name = errors.at(Problem.Field.GROUP_NAME, Fields.line(words.say("add.name"), words.say("add.name-hint")));
        dates = new DatesPart(words.say("when"), schedule, words, errors, () -> { });
        booking = new OneCard<>(words.say("add.booking"), List.of(Booking.BY_SESSION, Booking.WHOLE_SERIES), one -> one == Booking.BY_SESSION
                ? Choice.of(words.say("add.by-session"), words.say("how-many.session-more"))
                : Choice.of(words.say("add.whole-series"), words.say("how-many.series-more")));
        places = errors.at(Problem.Field.PLACES, Fields.number(words.say("how-many.places")));
        places.setStepButtonsVisible(true);
        places.addClassName("short");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        activity = ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.ACTIVITY_ID);
        sought = ActivitiesView.sought(event.getLocation().getQueryParameters());
        var sheet = catalogue.sheet(activity).orElseThrow(NotFoundException::new);
        GroupSheet standing = null;
        group = null;
        if (event.getRouteParameters().get(ActivitiesNavigation.GROUP_ID).isPresent()) {
            standing = sheet.group(ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.GROUP_ID)).orElseThrow(NotFoundException::new);
            group = standing.id();
        }
        dates.addTo(group);
        title(words.say(group == null ? "add.group" : "add.dates"));
        var lead = new Paragraph(standing == null || standing.name().isEmpty() ? sheet.about().title() : sheet.about().title() + ", " + standing.name());
        lead.addClassName("lead");
        content.removeAll();
        notices.removeAll();
        content.add(lead, notices);
        booking.setValue(Booking.BY_SESSION);
        places.setValue(standing == null ? LIKELY_PLACES : standing.defaultPlaces());
        if (standing == null) {
            content.add(new FormSection(words.say("add.which"), name));
        }
        content.add(dates);
        var howMany = new FormSection(words.say("add.how-many"), places);
        if (standing == null && sheet.rules().registrationNeeded()) {
            howMany.addComponentAsFirst(booking);
        }
        content.add(howMany);
        bar(Link.alt(ActivitiesNavigation.activity(words.centre(), activity) + sought, words.say("form.back")),
                Act.go(words.say("add.save"), click -> save()));
    }

    private void save() {
        Dates typed = dates.write();
        Integer number = places.getValue();
        var outcome = group == null ? schedule.addGroup(activity, name.getValue(), booking.getValue(), number, typed)
                : schedule.addDates(group, typed, number);
        notices.removeAll();
        switch (outcome) {
            case Outcome.Done done -> {
                ActivitiesNavigation.go(ActivitiesNavigation.activity(words.centre(), done.activityId()) + sought);
                Toast.say(words.say("add.done", done.there()));
            }
            case Outcome.NotYet notYet -> {
                var notice = Notice.bad(words.say("form.missing-text")).titled(words.say("form.missing", notYet.problems().size())).spoken();
                errors.refuse(notYet.problems()).forEach(problem ->
                        notice.then(new Paragraph(getTranslation(problem.key(), problem.facts().toArray()))));
                notices.add(notice);
            }
            case Outcome.Refused refused -> {
                notices.add(Notice.bad(words.refusal(refused)).spoken());
                getElement().executeJs("window.scrollTo(0, 0)");
            }
            case Outcome.ChangedMeanwhile meanwhile -> throw new IllegalStateException("New dates have no other version: " + meanwhile);
        }
    }
}
