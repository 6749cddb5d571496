package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pairs;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.Toast;
import fr.preau.base.ui.TwoLines;
import fr.preau.people.ContactRecord;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.Actor;
import fr.preau.registrations.ApprovalService;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.HistoryLine;
import fr.preau.registrations.OfferOutcome;
import fr.preau.registrations.OfferService;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.UndoOutcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A family's request: who, for what, where it stands, what the staff can do, and all that has happened. */
@Route(value = DeskNavigation.LIST + "/:request", layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class RequestView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient DeskService desk;
    private final transient OfferService offers;
    private final transient ApprovalService approvals;
    private final transient HouseholdService households;
    private final transient DeskWords words;
    private final transient Clock clock;
    private final Div content = new Div();
    private UUID request = new UUID(0, 0);
    private boolean canGoBack;

    RequestView(DeskService desk, OfferService offers, ApprovalService approvals, HouseholdService households, DeskWords words, Clock clock) {
        this.desk = desk;
        this.offers = offers;
        this.approvals = approvals;
        this.words = words;
        this.households = households;
        this.clock = clock;
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        request = event.getRouteParameters().get("request").flatMap(RequestView::id).orElseThrow(NotFoundException::new);
        if (!canGoBack) {
            back(DeskNavigation.listAsBefore(words.slug(), event.getLocation().getQueryParameters()), words.say("request.back"));
            canGoBack = true;
        }
        show();
    }

    private void show() {
        var all = desk.request(request).stream().sorted(Comparator.comparing(RequestView::first).thenComparing(RegistrationRecord::personName)).toList();
        if (all.isEmpty()) {
            throw new NotFoundException();
        }
        var first = all.getFirst();
        content.removeAll();
        title(words.say("request.title", first.title()));
        content.add(new Pairs().add(words.say("request.family"), family(first.householdId())).add(words.say("request.code"), first.code())
                .add(words.say("request.asked"), words.say("request.asked-how", words.full(first.askedAt()), words.channel(first.channel())))
                .add(words.say("request.place"), first.place()));
        var list = new RowList();
        all.stream().filter(one -> !isTakenUpAgain(one, all)).forEach(one -> list.row(new TwoLines(one.personName(), dates(one)), words.state(one)));
        content.add(list);
        content.add(new PendingPart(request, all, approvals, words, this::done, this::accepted));
        var steps = desk.history(request);
        offerToTakeBack(all, steps);
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            acts(all);
        }
        history(steps);
    }

    /** Ended and taken back: the row that goes on stands for it, the history tells the rest. */
    private static boolean isTakenUpAgain(RegistrationRecord ended, List<RegistrationRecord> all) {
        return ended.state().isFinal() && all.stream().anyMatch(other -> !other.state().isFinal()
                && other.personId().equals(ended.personId()) && Objects.equals(other.sessionId(), ended.sessionId()));
    }

    /** The family's name, and how it is reached. */
    private String family(UUID household) {
        return households.find(household).map(found -> Stream.concat(Stream.of(found.name()), found.contacts().stream().map(ContactRecord::shown))
                .collect(Collectors.joining(" · "))).orElse("");
    }

    private static Instant first(RegistrationRecord one) {
        return one.seats().isEmpty() ? Instant.MAX : one.seats().getFirst().startsAt();
    }

    private String dates(RegistrationRecord one) {
        var dates = words.when(one);
        var until = one.deadline() == null ? "" : " · " + words.say("until", words.brief(one.deadline()));
        var missing = one.missing() == null ? "" : " · " + words.say("request.missing", one.missing());
        return dates + until + missing + (one.overbooked() ? " · " + words.say("list.overbooked") : "");
    }

    private void acts(List<RegistrationRecord> all) {
        var active = all.stream().filter(one -> one.state().isActive()).toList();
        if (active.isEmpty()) {
            return;
        }
        var way = new WayCards(words, words.say("request.way"), usual(active));
        offerActs(active, way);
        var who = new ManyCards<>(words.say("request.who"), active, one -> Choice.of(one.personName(), words.when(one) + " · " + words.stateWord(one.state())));
        who.addClassName("dense");
        who.setValue(Set.copyOf(active));
        content.add(new H2(words.say("request.acts")));
        if (active.size() > 1) {
            content.add(who);
        }
        if (way.getParent().isEmpty()) {
            content.add(way);
        }
        var line = new Div();
        line.addClassName("line");
        if (active.stream().anyMatch(one -> one.state() == RegistrationState.PRE_REGISTERED)) {
            line.add(Act.go(words.say("request.confirm"), click -> withSomebody(who, () -> {
                var confirmed = desk.confirmHeld(ids(who), Channel.DESK);
                done(words.say(confirmed.isEmpty() ? "request.no-longer-held" : "request.confirmed"));
            })));
        }
        line.add(Act.alt(words.say("request.family-cancels"), click -> withSomebody(who, () -> familyCancels(who, way))).with(Picto.CLOSE).small());
        line.add(Act.quiet(words.say("request.centre-cancels"), click -> withSomebody(who, () -> new AskReasonDialog(words, words.say("request.centre-cancels-title"),
                words.say("request.reason-told"), words.say("request.centre-cancels"), reason -> {
            desk.cancelByCentre(ids(who), reason);
            done(words.say("request.cancelled"));
        }).open())).small());
        content.add(line);
    }

    /** Who answers an offer mostly does so on the phone; who cancels comes by. */
    private static Channel usual(List<RegistrationRecord> active) {
        return active.stream().anyMatch(one -> one.offerId() != null) ? Channel.PHONE : Channel.DESK;
    }

    /** One card for each party that has an offer: the family has said yes or no; how, is asked above the first. */
    private void offerActs(List<RegistrationRecord> active, WayCards way) {
        active.stream().map(RegistrationRecord::offerId).filter(Objects::nonNull).distinct().forEach(offer -> {
            var names = active.stream().filter(one -> offer.equals(one.offerId())).map(RegistrationRecord::personName).collect(Collectors.joining(", "));
            var line = new Div(Act.go(words.say("request.says-yes"), click -> {
                answered(offers.acceptFor(offer, way.getValue()));
            }).once(), Act.alt(words.say("request.says-no"), click -> {
                answered(offers.declineFor(offer, way.getValue()));
            }).once());
            line.addClassName("line");
            if (active.stream().anyMatch(one -> offer.equals(one.offerId()) && one.deadline() == null)) {
                line.add(Act.quiet(words.say("request.no-answer"), click -> new AskReasonDialog(words, words.say("request.no-answer-title"),
                        words.say("request.no-answer-hint"), words.say("request.no-answer-yes"),
                        why -> answered(offers.giveUpFor(offer, why))).open()).small());
            }
            content.add(new H2(words.say("request.offer", names)));
            if (way.getParent().isEmpty()) {
                content.add(way);
            }
            content.add(line);
        });
    }

    /** What holds: the deadline or somebody else may have been faster than this screen. */
    private void answered(OfferOutcome outcome) {
        done(words.say("request.offer-" + DeskNavigation.word(outcome)));
    }

    private void familyCancels(CheckboxGroup<RegistrationRecord> who, WayCards way) {
        Confirm.askBeforeLoss(words.say("request.family-cancels-title"), words.say("request.place-goes-on"), words.say("request.family-cancels"), () -> {
            var ids = ids(who);
            var said = way.getValue();
            var outcome = desk.cancelForFamily(ids, said, null);
            if (outcome.undoableUntil() == null) {
                done(words.say("request.cancelled"));
            } else {
                show();
                Toast.sayWithUndo(words.say("request.cancelled"), () -> done(words.say("request.undo-" + DeskNavigation.word(desk.undoCancel(ids, said)))));
            }
        });
    }

    private void withSomebody(CheckboxGroup<RegistrationRecord> who, Command then) {
        if (who.getValue().isEmpty()) {
            Toast.say(words.say("register.nobody-chosen"));
        } else {
            then.execute();
        }
    }

    private static Set<UUID> ids(CheckboxGroup<RegistrationRecord> who) {
        return who.getValue().stream().map(RegistrationRecord::id).collect(Collectors.toSet());
    }

    private void done(String what) {
        Toast.say(what);
        show();
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

    private void accepted(String what, Set<UUID> whose) {
        show();
        Toast.sayWithUndo(what, () -> takeBack(whose));
    }

    private void takeBack(Set<UUID> whose) {
        done(words.say(approvals.takeBack(whose) == UndoOutcome.RESTORED ? "request.taken-back" : "request.undo-too-late"));
    }

    private void history(List<HistoryLine> steps) {
        var story = new Story();
        for (HistoryLine line : steps) {
            var who = line.who() != null ? line.who() : words.say("actor." + DeskNavigation.word(line.actor()));
            var channel = line.channel() == null ? "" : ", " + words.channel(line.channel());
            var reason = line.reason() == null ? "" : ", " + words.say("request.history-reason", line.reason());
            var until = line.heldUntil() == null ? "" : " " + words.say("until", words.full(line.heldUntil()));
            story.add(line.to().takesPlace() ? Tint.LIME : line.actor() == Actor.JOB ? Tint.PLAIN : Tint.ROOF,
                    words.say("request.history-line", line.personName(), (line.isYesTakenBack() ? words.say("request.asked-again") 
                            : words.stateWord(line.to())) + until), words.full(line.happenedAt()) + ", " + who + channel + reason);
        }
        content.add(new H2(words.say("request.history")), story);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
