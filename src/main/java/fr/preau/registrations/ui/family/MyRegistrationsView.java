package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Chips;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.people.ContactKind;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.OfferOutcome;
import fr.preau.registrations.OfferService;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationService;
import fr.preau.registrations.UndoOutcome;
import fr.preau.registrations.WaitingService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** "Mes inscriptions": what a family has asked for, how each stands, and what it can do: answer an offer, give up a place. */
@Route(value = RegisterNavigation.MINE, layout = CentreLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class MyRegistrationsView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    /** What one looks for is mostly among the newest; the others are one tap away. */
    private static final int FIRST = 6;

    private final transient RegistrationService registrations;
    private final transient OfferService offers;
    private final transient WaitingService waiting;
    private final transient HouseholdService households;
    private final transient Moments moments;
    private final transient Clock clock;
    private final CentreRecord centre;
    private final Div answer = new Div();
    private final Div content = new Div();
    private final List<Div> cards = new ArrayList<>();
    /** Which page of what is over; 0 for what goes on. */
    private int past;
    private boolean everything;
    /** Whether somebody can call the family; looked at only where an offer waits for a call. */
    private boolean phone;

    MyRegistrationsView(RegistrationService registrations, OfferService offers, WaitingService waiting, HouseholdService households,
                        CentreService centres, Moments moments, Clock clock) {
        this.registrations = registrations;
        this.offers = offers;
        this.waiting = waiting;
        this.households = households;
        this.moments = moments;
        this.clock = clock;
        this.centre = centres.current();
        narrow();
        title(getTranslation("registrations.family.section"));
        content.addClassName("stack");
        add(answer, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        everything = false;
        past = event.getLocation().getQueryParameters().getSingleParameter(RegisterNavigation.PAST).map(MyRegistrationsView::page).orElse(0);
        answer.removeAll();
        show();
    }

    private static int page(String typed) {
        return typed.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(typed)) : 1;
    }

    private void show() {
        content.removeAll();
        cards.clear();
        content.add(new Chips(getTranslation("registrations.family.filter"))
                .add(getTranslation("registrations.family.current"), RegisterNavigation.mine(centre.slug()), past == 0)
                .add(getTranslation("registrations.family.past"), pastPage(1), past > 0));
        if (past > 0) {
            showEnded();
        } else {
            showCurrent();
        }
    }

    private String pastPage(int page) {
        return RegisterNavigation.mine(centre.slug()) + "?" + RegisterNavigation.PAST + (page == 1 ? "" : "=" + page);
    }

    private void showEnded() {
        var ended = registrations.ended(past - 1);
        showCards(byRequest(ended.registrations()));
        var ways = new Div();
        ways.addClassName("line");
        if (past > 1) {
            ways.add(Link.alt(pastPage(past - 1), getTranslation("registrations.family.newer")).with(Picto.LEFT));
        }
        if (ended.older()) {
            ways.add(Link.alt(pastPage(past + 1), getTranslation("registrations.family.older")).endsWith(Picto.RIGHT));
        }
        content.add(ways);
    }

    private static List<List<RegistrationRecord>> byRequest(List<RegistrationRecord> some) {
        return List.copyOf(some.stream().collect(
                Collectors.groupingBy(RegistrationRecord::requestId, LinkedHashMap::new, Collectors.toList())).values());
    }

    private void showCards(List<List<RegistrationRecord>> requests) {
        if (requests.isEmpty()) {
            content.add(new EmptyState(Picto.CALENDAR, getTranslation("registrations.family.none"), getTranslation("registrations.family.none-more"),
                    Link.go("/centres/" + centre.slug() + "/activites", getTranslation("registrations.family.none-next"))));
        }
        requests.forEach(request -> cards.add(card(request, cards.size())));
        cards.forEach(content::add);
    }

    private void showCurrent() {
        content.add(new TakeBackPart(registrations.canComeBack(), registrations::isRoomForAll, centre.zone(), moments, this::undo));
        var mine = registrations.mine();
        phone = mine.stream().anyMatch(one -> one.offerId() != null && one.deadline() == null)
                && households.mine().filter(family -> !family.contacts(ContactKind.PHONE).isEmpty()).isPresent();
        var requests = byRequest(mine);
        // What waits for an answer comes first, however old it is.
        showCards(requests.stream().sorted(Comparator.comparing(request -> request.stream().noneMatch(one -> one.offerId() != null)))
                .limit(everything ? requests.size() : FIRST).toList());
        int more = requests.size() - FIRST;
        if (!everything && more > 0) {
            content.add(Act.alt(getTranslation("registrations.family.more", more), click -> {
                everything = true;
                show();
                goOnAt(cards, FIRST);
            }));
        }
    }

    /** @param place which one it is of all cards */
    private Div card(List<RegistrationRecord> request, int place) {
        var first = request.getFirst();
        var card = new Div(new H2(first.groupName().isEmpty() ? first.title() : first.title() + ", " + first.groupName()));
        card.addClassName("panel");
        request.stream().filter(one -> one.offerId() != null).collect(Collectors.groupingBy(RegistrationRecord::offerId, LinkedHashMap::new, Collectors.toList()))
                .forEach((offer, offered) -> card.add(new OfferPart(offered, clock.instant(), centre.zone(), moments, phone,
                        () -> answered(offers.accept(offer)), () -> answered(offers.decline(offer)))));
        request.stream().sorted(Comparator.comparing(MyRegistrationsView::begins)).forEach(one -> card.add(new RegistrationPart(one, clock.instant(),
                centre.zone(), moments, centre.contact().phone(), () -> cancel(Set.of(one.id()), RegistrationPart.gesture(one), place))));
        if (RegistrationRecord.waitTogether(request)) {
            card.add(new FewerPlacesPart(() -> acceptFewer(first.requestId())));
        }
        card.add(foot(request, place));
        return card;
    }

    /** As in a diary; whoever waits without a date comes last. */
    private static Instant begins(RegistrationRecord one) {
        return one.dates().stream().findFirst().map(RegistrationRecord.SeatRecord::startsAt).orElse(Instant.MAX);
    }

    /** What concerns the whole request: its code, its dates, all of it cancelled at once, and what happened. */
    private Div foot(List<RegistrationRecord> request, int place) {
        var first = request.getFirst();
        var code = new Paragraph(getTranslation("registrations.family.done-code", first.code()));
        code.addClassName("soft");
        var foot = new Div(code);
        foot.addClassNames("seat", "whole");
        if (request.stream().anyMatch(one -> one.state().takesPlace() && one.offerId() == null && one.dates().stream().anyMatch(date -> date.startsAt().isAfter(clock.instant())))) {
            var calendar = new Div(new CalendarLink(centre.id(), first.requestId()).small());
            calendar.addClassName("unfolds");
            foot.add(calendar);
        }
        var cancellable = request.stream().filter(one -> one.state().isActive() && one.offerId() == null).toList();
        if (cancellable.size() > 1) {
            foot.add(new CancelSeveralPart(cancellable, centre.zone(), moments,
                    ids -> cancel(ids, gesture(cancellable.stream().filter(one -> ids.contains(one.id())).toList()), place)));
        }
        foot.add(new HistoryPart(request, centre.zone(), moments, () -> registrations.history(first.requestId()),
                () -> households.mine().map(DoneStep::wayTo).orElse("no-contact")));
        return foot;
    }

    private void acceptFewer(UUID request) {
        waiting.acceptFewer(request);
        say(Notice.done(getTranslation("registrations.family.fewer-done")));
    }

    private void answered(OfferOutcome outcome) {
        String words = getTranslation("registrations.family.offer." + Texts.word(outcome));
        say(outcome == OfferOutcome.ACCEPTED ? Notice.done(words) : Notice.info(words));
    }

    private void say(Notice what) {
        show();
        answer.removeAll();
        answer.add(what.spoken());
        goOnAtHeading();
    }

    /** What all of them have in common; where one had a place, that is what counts. */
    private static String gesture(List<RegistrationRecord> some) {
        var all = some.stream().map(RegistrationPart::gesture).distinct().toList();
        return all.size() == 1 ? all.getFirst() : "cancel";
    }

    private void cancel(Set<UUID> ids, String gesture, int place) {
        var outcome = registrations.cancel(ids);
        show();
        goOnAt(cards, place);
        answer.removeAll();
        String done = outcome.offered() && gesture.equals("cancel") ? "cancel-done-offered" : gesture + "-done";
        String words = getTranslation("registrations.family." + done);
        if (outcome.undoableUntil() == null) {
            Toast.say(words);
        } else {
            // Somebody else may have left in another tab: that is not taken back with these.
            Toast.sayWithUndo(words, () -> undo(outcome.cancelled()));
        }
    }

    private void undo(Set<UUID> ids) {
        var outcome = registrations.undoCancel(ids);
        String words = getTranslation("registrations.family.undo." + Texts.word(outcome));
        say(outcome == UndoOutcome.RESTORED ? Notice.done(words) : Notice.warn(words));
    }
}
