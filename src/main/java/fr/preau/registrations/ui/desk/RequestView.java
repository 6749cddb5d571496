package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Call;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pairs;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.base.ui.TwoLines;
import fr.preau.people.ContactKind;
import fr.preau.people.DeskFileService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.ui.FamilyNavigation;
import fr.preau.registrations.ApprovalService;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.HistoryLine;
import fr.preau.registrations.OfferService;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.TodayService;
import fr.preau.registrations.UndoOutcome;
import fr.preau.registrations.WaitingService;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A family's request: who, for what, where it stands, what the staff can do, and all that has happened. */
@Route(value = DeskNavigation.LIST + "/:request", layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class RequestView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient DeskService desk;
    private final transient OfferService offers;
    private final transient WaitingService waiting;
    private final transient ApprovalService approvals;
    private final transient TodayService today;
    private final transient DeskFileService files;
    private final transient DeskWords words;
    private final transient Clock clock;
    private final Div caveats = new Div();
    private final Div content = new Div();
    private UUID request = new UUID(0, 0);
    private boolean canGoBack;

    RequestView(DeskService desk, OfferService offers, WaitingService waiting, ApprovalService approvals, TodayService today, DeskFileService files,
                DeskWords words, Clock clock) {
        this.desk = desk;
        this.offers = offers;
        this.waiting = waiting;
        this.approvals = approvals;
        this.today = today;
        this.words = words;
        this.files = files;
        this.clock = clock;
        caveats.addClassName("stack");
        content.addClassName("stack");
        add(caveats, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        request = event.getRouteParameters().get("request").flatMap(Ids::read).orElseThrow(NotFoundException::new);
        if (!canGoBack) {
            back(DeskNavigation.listAsBefore(words.slug(), event.getLocation().getQueryParameters()), words.say("request.back"));
            canGoBack = true;
        }
        caveats.removeAll();
        Caveats.arrivedWith(request, words).forEach(caveats::add);
        caveats.setVisible(caveats.getChildren().findAny().isPresent());
        show();
    }

    private void show() {
        var all = desk.request(request).stream().sorted(Comparator.comparing(RequestView::first).thenComparing(RegistrationRecord::personName)).toList();
        if (all.isEmpty()) {
            throw new NotFoundException();
        }
        var first = all.getFirst();
        var family = files.open(first.householdId()).orElseThrow(NotFoundException::new);
        content.removeAll();
        title(words.say("request.title", words.title(first.title(), first.groupName())));
        content.add(new Pairs().add(words.say("request.family"), reached(family)).add(words.say("request.code"), first.code())
                .add(words.say("request.asked"), words.say("request.asked-how", words.full(first.askedAt()), words.channel(first.channel())))
                .add(words.say("request.place"), first.place()));
        var list = new RowList();
        all.stream().filter(one -> !isTakenUpAgain(one, all)).forEach(one -> list.row(new TwoLines(one.personName(), dates(one)), words.state(one)));
        content.add(list);
        today.callsAbout(request).forEach(call -> content.add(Notice.warn(words.matter(call)).titled(words.say("to-call"))));
        content.add(new PendingPart(request, family, all, approvals, words, this::done, this::accepted));
        var steps = desk.history(request);
        offerToTakeBack(all, steps);
        var active = all.stream().filter(one -> one.state().isActive()).toList();
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            content.add(new RestorePart(desk.canComeBack(request), steps, desk, words, this::restored));
        }
        if (!active.isEmpty() && CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            content.add(new RequestActs(family, active, desk, offers, waiting, words, this::done, this::showAgain));
        }
        content.add(new H2(words.say("request.history")), new RequestStory(steps, words));
    }

    /** Ended and taken back: the row that goes on stands for it, the history tells the rest. */
    private static boolean isTakenUpAgain(RegistrationRecord ended, List<RegistrationRecord> all) {
        return ended.state().isFinal() && all.stream().anyMatch(other -> !other.state().isFinal()
                && other.personId().equals(ended.personId()) && Objects.equals(other.sessionId(), ended.sessionId()));
    }

    /** The family's name, which opens its file, and how it is reached. */
    private Component reached(HouseholdRecord family) {
        var part = new Div(new Link(FamilyNavigation.household(words.slug(), family.id()), family.name()));
        family.contacts().forEach(contact -> part.add(contact.kind() == ContactKind.PHONE ? Call.to(contact.shown()) : new Div(contact.shown())));
        return part;
    }

    private static Instant first(RegistrationRecord one) {
        return one.namedDates().stream().findFirst().map(RegistrationRecord.SeatRecord::startsAt).orElse(Instant.MAX);
    }

    private String dates(RegistrationRecord one) {
        var dates = words.when(one);
        var until = one.deadline() == null ? "" : " · " + words.say("until", words.brief(one.deadline()));
        var missing = one.missing() == null ? "" : " · " + words.say("request.missing", one.missing());
        return dates + until + missing + (one.overbooked() ? " · " + words.say("list.overbooked") : "");
    }

    private void done(String what) {
        Toast.say(what);
        showAgain();
    }

    /** What had the focus is gone: the reading goes on at the heading, below which the request stands as it is now. */
    private void showAgain() {
        show();
        goOnAtHeading();
    }

    /** A yes of the last minutes can be taken back, also by who did not see the message in passing. */
    private void offerToTakeBack(List<RegistrationRecord> all, List<HistoryLine> steps) {
        var fresh = all.stream().filter(one -> steps.stream().filter(line -> line.registration().equals(one.id())).reduce((before, last) -> last)
                .filter(last -> last.from() == RegistrationState.REQUESTED && last.to() == one.state() && !one.state().isFinal())
                .filter(last -> clock.instant().isBefore(last.happenedAt().plus(ApprovalService.TAKEN_BACK_WITHIN))).isPresent())
                .map(RegistrationRecord::id).collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            var line = new Div(Act.quiet(words.say("request.take-back"), click -> takeBack(fresh)).small());
            line.addClassName("line");
            content.add(line);
        }
    }

    private void restored(UndoOutcome outcome) {
        done(words.say("request.undo-" + DeskNavigation.word(outcome)));
    }

    private void accepted(String what, Set<UUID> whose) {
        showAgain();
        Toast.sayWithUndo(what, () -> takeBack(whose));
    }

    private void takeBack(Set<UUID> whose) {
        done(words.say(approvals.takeBack(whose) == UndoOutcome.RESTORED ? "request.taken-back" : "request.undo-too-late"));
    }
}
