package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Toast;
import fr.preau.people.HouseholdRecord;
import fr.preau.registrations.CancelOutcome;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.OfferOutcome;
import fr.preau.registrations.OfferService;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.UndoOutcome;
import fr.preau.registrations.WaitingService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What reception can do with a request that goes on: write down what the family says, confirm, cancel. */
class RequestActs extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeskService desk;
    private final transient OfferService offers;
    private final transient WaitingService waiting;
    private final transient DeskWords words;
    private final HouseholdRecord family;
    private final List<RegistrationRecord> active;
    private final SerializableConsumer<String> done;
    private final Command again;

    /**
     * @param done  says what was done, and shows the request as it is then
     * @param again shows it without a word
     */
    RequestActs(HouseholdRecord family, List<RegistrationRecord> active, DeskService desk, OfferService offers, WaitingService waiting, DeskWords words,
                SerializableConsumer<String> done, Command again) {
        this.desk = desk;
        this.offers = offers;
        this.waiting = waiting;
        this.words = words;
        this.family = family;
        this.active = active;
        this.done = done;
        this.again = again;
        addClassName("stack");
        ask();
    }

    private void ask() {
        var way = new WayCards(words, words.say("request.way"), usual(active));
        offerActs(active, way);
        var who = new ManyCards<>(words.say("request.who"), active, one -> Choice.of(one.personName(), words.when(one) + " · " + words.stateWord(one.state())));
        who.addClassName("dense");
        // Of several, whoever is meant gets ticked: a hasty click takes nobody's place.
        who.setValue(active.size() == 1 ? Set.copyOf(active) : Set.of());
        add(new H2(words.say("request.acts")));
        if (active.size() > 1) {
            add(who);
        }
        if (way.getParent().isEmpty()) {
            add(way);
        }
        var line = new Div();
        line.addClassName("line");
        if (active.stream().anyMatch(one -> one.state() == RegistrationState.PRE_REGISTERED)) {
            line.add(Act.go(words.say("request.confirm"), click -> withSomebody(who, () -> {
                var confirmed = desk.confirmHeld(ids(who), way.getValue());
                done.accept(words.say(confirmed.isEmpty() ? "request.no-longer-held" : "request.confirmed"));
            })));
        }
        if (RegistrationRecord.waitTogether(active)) {
            line.add(Act.alt(words.say("request.fewer"), click -> Confirm.ask(words.say("request.fewer-sure"), words.say("request.fewer-then"),
                    words.say("request.fewer-yes"), () -> acceptFewer(active.getFirst().requestId(), way.getValue()))).small());
        }
        line.add(Act.alt(words.say("request.family-cancels"), click -> withSomebody(who, () -> familyCancels(who, way))).with(Picto.CLOSE).small());
        line.add(Act.quiet(words.say("request.centre-cancels"), click -> withSomebody(who, () -> centreCancels(who))).small());
        add(line);
    }

    /** Who answers an offer mostly does so on the phone; who cancels comes by. */
    private static Channel usual(List<RegistrationRecord> active) {
        return active.stream().anyMatch(one -> one.offerId() != null) ? Channel.PHONE : Channel.DESK;
    }

    /** One card for each party that has an offer: the family has said yes or no; how, is asked above the first. */
    private void offerActs(List<RegistrationRecord> active, WayCards way) {
        active.stream().map(RegistrationRecord::offerId).filter(Objects::nonNull).distinct().forEach(offer -> {
            var party = active.stream().filter(one -> offer.equals(one.offerId())).toList();
            var names = party.stream().map(RegistrationRecord::personName).collect(Collectors.joining(", "));
            var line = new Div(Act.go(words.say("request.says-yes"), click -> answered(offers.acceptFor(offer, way.getValue()))).once(),
                    Act.alt(words.say("request.says-no"), click -> Confirm.askBeforeLoss(words.say("request.says-no-sure"),
                            words.say("request.says-no-then"), words.say("request.says-no-yes"),
                            () -> answered(offers.declineFor(offer, way.getValue())))));
            line.addClassName("line");
            if (active.stream().anyMatch(one -> offer.equals(one.offerId()) && one.deadline() == null)) {
                line.add(Act.quiet(words.say("request.no-answer"), click -> new AskReasonDialog(words, words.say("request.no-answer-title"),
                        words.say("request.no-answer-hint"), words.say("request.no-answer-yes"),
                        why -> answered(offers.giveUpFor(offer, why))).open()).small());
            }
            add(new H2(words.say("request.offer", names, words.whenToCome(party.getFirst()))));
            if (way.getParent().isEmpty()) {
                add(way);
            }
            add(line);
        });
    }

    private void acceptFewer(UUID request, Channel said) {
        waiting.acceptFewerFor(request, said);
        done.accept(words.say("request.fewer-done"));
    }

    /** What holds: the deadline or somebody else may have been faster than this screen. */
    private void answered(OfferOutcome outcome) {
        done.accept(words.say("request.offer-" + DeskNavigation.word(outcome)));
    }

    private void centreCancels(CheckboxGroup<RegistrationRecord> who) {
        var told = words.sayOf(family, "request.reason-told");
        new AskReasonDialog(words, words.say("request.centre-cancels-title"), told, words.say("request.centre-cancels"),
                reason -> cancelled(desk.cancelByCentre(ids(who), reason), Channel.DESK)).about(whose(who)).open();
    }

    private void familyCancels(CheckboxGroup<RegistrationRecord> who, WayCards way) {
        var follows = words.say("request.cancels-whom", whose(who), words.sayOf(family, "request.place-goes-on"));
        Confirm.askBeforeLoss(words.say("request.family-cancels-title"), follows, words.say("request.family-cancels"), () -> {
            var said = way.getValue();
            cancelled(desk.cancelForFamily(ids(who), said, null), said);
        });
    }

    private String whose(CheckboxGroup<RegistrationRecord> who) {
        return words.whose(active.stream().filter(who.getValue()::contains).toList());
    }

    private void cancelled(CancelOutcome outcome, Channel said) {
        if (outcome.undoableUntil() == null) {
            done.accept(words.say("request.cancelled"));
        } else {
            again.execute();
            // Those only who left by this click: another tab may have been faster with some of them.
            Toast.sayWithUndo(words.say("request.cancelled"), () -> undone(desk.undoCancel(outcome.cancelled(), said)));
        }
    }

    private void undone(UndoOutcome outcome) {
        done.accept(words.say("request.undo-" + DeskNavigation.word(outcome)));
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
}
