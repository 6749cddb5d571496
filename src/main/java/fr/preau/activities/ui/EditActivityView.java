package fr.preau.activities.ui;

import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.DraftService;
import fr.preau.activities.Outcome;
import fr.preau.activities.Problem;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Toast;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes what is said about an activity. When somebody else was quicker, nothing is lost on either side. */
@Route(value = ActivitiesNavigation.ONE + "/" + ActivitiesNavigation.EDIT, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class EditActivityView extends ActivityFormPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final Set<Problem.Field> ELSEWHERE = EnumSet.of(Problem.Field.DATE, Problem.Field.HOURS, Problem.Field.DAYS, Problem.Field.PERIOD);

    private final transient CatalogueService catalogue;
    private final transient SessionRows rows;
    private UUID id = new UUID(0, 0);
    private String sought = "";

    EditActivityView(ActivityService service, ScheduleService schedule, PhotoService photos, DraftService drafts, CatalogueService catalogue,
                     ActivityWords words, SessionRows rows, Clock clock) {
        super(service, schedule, photos, drafts, words, clock);
        this.catalogue = catalogue;
        this.rows = rows;
        lead(words.say("form.edit-lead"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.ACTIVITY_ID);
        sought = ActivitiesView.sought(event.getLocation().getQueryParameters());
        var sheet = sheet();
        title(words.say("form.edit", sheet.about().title()));
        begin(id, sheet.version(), standing(sheet), ActivityForm.ofStanding(schedule, photos, words, this::keep));
        if (version() != sheet.version()) {
            meanwhile();
        }
        edit();
        formBar();
    }

    private ActivitySheet sheet() {
        return catalogue.sheet(id).orElseThrow(NotFoundException::new);
    }

    private ActivityInput standing(ActivitySheet sheet) {
        return ActivityInput.of(sheet, words.zone());
    }

    private void formBar() {
        bar(Link.alt(ActivitiesNavigation.activity(centre, id) + sought, words.say("form.back")),
                Act.alt(words.say("form.preview"), click -> look()), Act.go(words.say("form.save"), click -> save()));
    }

    private List<Problem> problems() {
        return service.check(form().write()).stream().filter(problem -> !ELSEWHERE.contains(problem.field())).toList();
    }

    private void look() {
        if (refuse(problems())) {
            return;
        }
        look(words.say("preview.edit-lead"), null);
        bar(Act.alt(words.say("preview.change"), click -> {
            edit();
            formBar();
        }), Act.go(words.say("form.save"), click -> save()));
    }

    private void save() {
        formBar();
        if (refuse(problems())) {
            return;
        }
        var sheet = sheet();
        if (version() != sheet.version()) {
            meanwhile();
            return;
        }
        var input = form().write();
        service.refusal(id, input).ifPresentOrElse(this::refused, () -> ask(sheet, input));
    }

    private void ask(ActivitySheet sheet, ActivityInput input) {
        boolean stopsToAnswer = sheet.rules().needsApproval() && !input.needsApproval();
        int unanswered = stopsToAnswer ? service.unanswered(id) : 0;
        if (unanswered == 0) {
            saveHere();
            return;
        }
        Confirm.ask(words.say("form.approval.question"), words.say("form.approval.wait", unanswered) + " " + words.say("form.approval.newcomers"),
                words.say("form.approval.yes"), this::saveHere);
    }

    private void saveHere() {
        var sheet = sheet();
        var people = words.people(rows.toCome(sheet));
        if (people.isEmpty() || form().write().about().place().equals(sheet.about().place())) {
            change();
        } else {
            Confirm.ask(words.say("form.place.question"), people + " " + words.say("form.place.told"), words.say("form.place.yes"), this::change);
        }
    }

    private void change() {
        switch (service.change(id, version(), form().write())) {
            case Outcome.Done done -> {
                drafts.forget(id);
                ActivitiesNavigation.go(ActivitiesNavigation.activity(centre, done.activityId()) + sought);
                Toast.say(words.say("form.saved"));
            }
            case Outcome.NotYet notYet -> refuse(notYet.problems());
            case Outcome.Refused refused -> refused(refused);
            case Outcome.ChangedMeanwhile meanwhile -> meanwhile();
        }
    }

    private void refused(Outcome.Refused refused) {
        notice(Notice.bad(words.refusal(refused)).spoken());
    }

    /** Says what differs, and lets the person decide whose words stand. */
    private void meanwhile() {
        var sheet = sheet();
        var differences = new Differences(words).between(standing(sheet), form().write());
        var see = new Link(ActivitiesNavigation.activity(centre, id), words.say("form.meanwhile.see"));
        see.setTarget(AnchorTarget.BLANK);
        notice(Notice.bad(words.say("form.meanwhile.text", differences)).titled(words.say("form.meanwhile.title")).spoken()
                .then(see, Act.alt(words.say("form.meanwhile.mine"), click -> {
                    version(sheet.version());
                    save();
                }).small(), Act.quiet(words.say("form.meanwhile.theirs"), click -> startAgain(sheet.version(), standing(sheet))).small()));
    }
}
