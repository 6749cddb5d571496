package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.GroupSheet;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Steps;
import fr.preau.base.ui.TaskPage;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.RegistrationService;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Registering for an activity: one question per screen, each with its address, each answer kept at once. */
@Route(value = RegisterNavigation.REGISTER + "/:activity/:step?(dates|verifier|fait)", layout = CentreLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class RegisterView extends TaskPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CatalogueService catalogue;
    private final transient RegistrationService registrations;
    private final transient HouseholdService households;
    private final transient FamilyService family;
    private final transient Moments moments;
    private final transient Clock clock;
    private final CentreRecord centre;
    private final Div strokes = new Div();
    private final Div question = new Div();

    RegisterView(CatalogueService catalogue, RegistrationService registrations, HouseholdService households, FamilyService family,
                 CentreService centres, Moments moments, Clock clock) {
        this.catalogue = catalogue;
        this.registrations = registrations;
        this.households = households;
        this.family = family;
        this.moments = moments;
        this.clock = clock;
        this.centre = centres.current();
        addComponentAsFirst(strokes);
        question.addClassName("stack");
        add(question);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("activity").orElseThrow();
        String step = event.getRouteParameters().get("step").orElse(RegisterNavigation.WHO);
        var query = event.getLocation().getQueryParameters();
        if (step.equals(RegisterNavigation.DONE)) {
            showDone(event, query.getSingleParameter(RegisterNavigation.REQUEST).flatMap(Ids::read).orElseThrow(NotFoundException::new),
                    query.getSingleParameter(RegisterNavigation.WITHOUT).orElse(""));
            return;
        }
        var activity = catalogue.shownSheet(slug).orElseThrow(NotFoundException::new);
        var group = group(activity, query.getSingleParameter(RegisterNavigation.GROUP).flatMap(Ids::read));
        if (group.isEmpty()) {
            Drafts.sentForAny(activity, registrations).filter(request -> isWayBack(event, step))
                    .ifPresentOrElse(request -> showDoneInstead(event, slug, request), () -> askGroup(activity));
            return;
        }
        var task = new Task(activity, group.get(), clock.instant(), centre.zone(), centre.slug());
        var household = households.mine();
        if (household.isEmpty()) {
            askNewcomer(task);
            return;
        }
        var drafts = drafts(task);
        var sent = drafts.sent();
        if (sent.isPresent() && isWayBack(event, step)) {
            showDoneInstead(event, slug, sent.get());
            return;
        }
        switch (step) {
            case RegisterNavigation.DATES -> askDates(task, drafts);
            case RegisterNavigation.SUMMARY -> askToConfirm(task, household.get(), drafts);
            default -> askWho(task, household.get(), drafts);
        }
        sent.filter(request -> somebodyCanStillCome()).ifPresent(request -> question.addComponentAsFirst(Notice.info(getTranslation("registrations.family.already"))
                .then(new Link(RegisterNavigation.done(centre.slug(), slug, request), getTranslation("registrations.family.already-link")))));
    }

    /**
     * Whether somebody comes back to a question whose answers were sent: by the browser's history, or to the middle of the task.
     * Who begins at the beginning wants to register somebody else.
     */
    private static boolean isWayBack(BeforeEnterEvent event, String step) {
        return event.getTrigger() == NavigationTrigger.HISTORY || !step.equals(RegisterNavigation.WHO);
    }

    private boolean somebodyCanStillCome() {
        return question.getChildren().noneMatch(step -> step instanceof WhoStep who && who.leadsOn());
    }

    private void showDoneInstead(BeforeEnterEvent event, String slug, UUID request) {
        RegisterNavigation.keepDone(centre.slug(), slug, request);
        showDone(event, request, "");
    }

    private static Optional<GroupSheet> group(ActivitySheet activity, Optional<UUID> asked) {
        return activity.groups().size() == 1 ? Optional.of(activity.groups().getFirst()) : asked.flatMap(activity::group);
    }

    private void askGroup(ActivitySheet activity) {
        begin(getTranslation("registrations.family.group"), 0, 0);
        var step = new GroupStep(activity, centre.zone(), moments);
        question.add(step);
        bar(backToSheet(activity.slug()), Act.go(getTranslation("base.continue"), click -> step.answer().ifPresent(group ->
                RegisterNavigation.go(centre.slug(), activity.slug(), RegisterNavigation.WHO, RegisterNavigation.GROUP, group))));
    }

    /** The first time somebody comes to this centre. */
    private void askNewcomer(Task task) {
        begin(getTranslation("registrations.family.who", task.title()), 1, task.steps());
        var drafts = drafts(task);
        var step = new NewcomerStep(households, drafts, household -> askWho(task, household, drafts).goOnDescribing());
        question.add(step);
        bar(backToSheet(task.activity().slug()), Act.go(getTranslation("base.continue"), click -> step.welcome().ifPresent(household -> {
            if (askWho(task, household, drafts).chosen().contains(household.you())) {
                goAfterWho(task);
            }
        })));
    }

    private WhoStep askWho(Task task, HouseholdRecord household, Drafts drafts) {
        begin(getTranslation("registrations.family.who", task.title()), 1, task.steps());
        var step = new WhoStep(task, household, drafts, registrations, family,
                () -> askWho(task, households.mine().orElseThrow(NotFoundException::new), drafts(task)));
        question.add(step);
        bar(backToSheet(task.activity().slug()), Act.go(getTranslation("base.continue"), click -> step.settled().filter(WhoStep::answered).ifPresent(last -> {
            drafts(task).change(draft -> draft.withPersons(Set.copyOf(last.chosen())));
            goAfterWho(task);
        })));
        return step;
    }

    private void goAfterWho(Task task) {
        go(task, task.bySession() ? RegisterNavigation.DATES : RegisterNavigation.SUMMARY);
    }

    private void askDates(Task task, Drafts drafts) {
        begin(getTranslation("registrations.family.dates"), 2, task.steps());
        var step = new DatesStep(task, drafts, registrations, moments);
        question.add(step);
        bar(back(task, RegisterNavigation.WHO), Act.go(getTranslation("base.continue"), click -> {
            if (step.answered()) {
                go(task, RegisterNavigation.SUMMARY);
            }
        }));
    }

    private void askToConfirm(Task task, HouseholdRecord household, Drafts drafts) {
        var step = new SummaryStep(task, household, drafts, registrations, moments);
        if (!step.isComplete()) {
            askWho(task, household, drafts);
            return;
        }
        begin(getTranslation("registrations.family.check"), task.steps(), task.steps());
        question.add(step);
        bar(back(task, task.bySession() ? RegisterNavigation.DATES : RegisterNavigation.WHO), step.confirm());
    }

    private void showDone(BeforeEnterEvent event, UUID request, String without) {
        var household = households.mine().orElseThrow(NotFoundException::new);
        var registered = registrations.request(request);
        if (registered.isEmpty()) {
            throw new NotFoundException();
        }
        if (!DoneStep.tells(registered)) {
            RegisterNavigation.goOnAmongMine(event, centre.slug(), registered);
            return;
        }
        begin(DoneStep.title(this, registered), 0, 0);
        question.add(new LeftOut(without, household, registered, centre), new DoneStep(registered, household, centre, moments));
        bar(Link.go(RegisterNavigation.mine(centre.slug()), getTranslation("registrations.family.done-mine")));
    }

    private void begin(String words, int step, int of) {
        title(words);
        beginAgain();
        strokes.removeAll();
        if (of > 0) {
            strokes.add(new Steps(step, of));
        }
        question.removeAll();
        bar();
    }

    private Drafts drafts(Task task) {
        return new Drafts(registrations, task.group().id());
    }

    private void go(Task task, String step) {
        RegisterNavigation.go(centre.slug(), task.activity().slug(), step, RegisterNavigation.GROUP, task.group().id());
    }

    private Link back(Task task, String step) {
        return Link.alt(RegisterNavigation.step(centre.slug(), task.activity().slug(), step, task.group().id()), getTranslation("base.back"));
    }

    private Link backToSheet(String slug) {
        return Link.alt("/centres/" + centre.slug() + "/activites/" + slug, getTranslation("base.back"));
    }
}
