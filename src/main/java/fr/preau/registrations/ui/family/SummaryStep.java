package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.preau.activities.SessionRecord;
import fr.preau.base.Moments;
import fr.preau.base.TooBusyException;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Pairs;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.Channel;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.Preview;
import fr.preau.registrations.RegisterCommand;
import fr.preau.registrations.RegisterOutcome;
import fr.preau.registrations.RegistrationService;
import fr.preau.registrations.WaitReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last look before it counts: who, when, what would come of it now, and together or not when places may be short. */
class SummaryStep extends Div {

    private static final long serialVersionUID = 1L;

    /** Fewer places left over than this may be gone at the next click. */
    private static final int SHORT = 3;

    private final Task task;
    private final HouseholdRecord household;
    /** What was on this page when it was drawn: a stale page sends what it shows, under the key that it had. */
    private FamilyDraft shown;
    private final transient Drafts drafts;
    private final transient RegistrationService registrations;
    private final transient Moments moments;
    private final Div forecast = new Div();
    private final Div refused = new Div();
    private final Act confirm;

    SummaryStep(Task task, HouseholdRecord household, Drafts drafts, RegistrationService registrations, Moments moments) {
        this.task = task;
        this.household = household;
        this.drafts = drafts;
        this.registrations = registrations;
        this.moments = moments;
        this.shown = drafts.current();
        this.confirm = Act.go(getTranslation(confirmation(List.of())), click -> register(click.getSource())).once();
        addClassName("stack");
        // Before the facts: on a telephone what comes last lies under the button.
        add(forecast, facts());
        if (persons().size() > 1 && Task.free(task.chosen(shown)) < persons().size() + SHORT) {
            add(together());
        }
        add(refused);
        sayForecast();
    }

    private List<PersonRecord> persons() {
        return household.registrable().stream().filter(person -> shown.persons().contains(person.id())).toList();
    }

    private Pairs facts() {
        var about = task.activity().about();
        var pairs = new Pairs().add(getTranslation("registrations.family.what"), task.title())
                .add(getTranslation("registrations.family.who-comes"), persons().stream().map(PersonRecord::fullName).collect(Collectors.joining(", ")))
                .add(getTranslation("registrations.family.when"), when(task.chosen(shown)));
        if (!about.place().isEmpty()) {
            pairs.add(getTranslation("registrations.family.where"), about.place());
        }
        if (!about.price().isEmpty()) {
            pairs.add(getTranslation("registrations.family.price"), about.price());
        }
        return pairs;
    }

    private String when(List<SessionRecord> sessions) {
        if (sessions.isEmpty()) {
            return getTranslation("registrations.refusal.no-session-chosen");
        }
        if (task.bySession()) {
            return sessions.stream().map(session -> moments.brief(session.startsAt(), task.zone())).collect(Collectors.joining(", "));
        }
        return sessions.size() == 1 ? moments.full(sessions.getFirst().startsAt(), task.zone())
                : getTranslation("registrations.family.series", sessions.size(), moments.full(sessions.getFirst().startsAt(), task.zone()));
    }

    private OneCard<PartyRule> together() {
        var card = new OneCard<>(getTranslation("registrations.family.together"), List.of(PartyRule.TOGETHER, PartyRule.WHO_CAN), rule ->
                Choice.of(getTranslation("registrations.family.rule." + rule), getTranslation("registrations.family.rule-more." + rule)));
        card.setValue(shown.rule());
        card.addValueChangeListener(change -> {
            shown = shown.withRule(change.getValue());
            drafts.change(draft -> draft.withRule(change.getValue()));
            sayForecast();
        });
        return card;
    }

    private void sayForecast() {
        forecast.removeAll();
        if (!isComplete()) {
            return;
        }
        var preview = registrations.preview(task.group().id(), shown.persons(), task.asked(shown), shown.rule());
        confirm.setText(getTranslation(confirmation(preview.forecasts())));
        preview.refused().forEach(one -> forecast.add(withWayOn(Notice.warn(words(one)), one)));
        preview.overlaps().forEach(overlap -> forecast.add(Notice.warn(getTranslation("registrations.family.overlap",
                name(overlap.person()), overlap.otherTitle(), moments.brief(overlap.otherStartsAt(), task.zone())))));
        if (preview.forecasts().stream().anyMatch(one -> one.waits() == WaitReason.APPROVAL)) {
            forecast.add(Notice.info(getTranslation("registrations.family.would-ask")).titled(getTranslation("registrations.family.by-approval")));
            return;
        }
        preview.forecasts().stream().flatMap(one -> Stream.ofNullable(one.waits())).findFirst().ifPresent(why -> sayTurns(preview.forecasts(), why));
    }

    /** What somebody would have of one date, or of the series: a place, or a rank in the list. */
    private record Turn(@Nullable UUID session, int rank) {
    }

    private void sayTurns(List<Preview.Forecast> forecasts, WaitReason why) {
        var turns = forecasts.stream().collect(Collectors.groupingBy(one -> new Turn(one.session(), one.rank()), LinkedHashMap::new, Collectors.toList()));
        String reason = getTranslation("registrations.wait." + why.word());
        if (turns.size() == 1) {
            forecast.add(Notice.info(getTranslation("registrations.family.would-wait", turns.firstEntry().getKey().rank()) + " " + reason)
                    .titled(getTranslation("registrations.state.waiting")));
            return;
        }
        var lines = new UnorderedList();
        turns.forEach((turn, people) -> lines.add(new ListItem(turn.rank() == 0
                ? getTranslation("registrations.family.would-have", whose(turn, people), people.size())
                : getTranslation("registrations.family.done-wait", whose(turn, people), turn.rank()))));
        forecast.add(Notice.info(getTranslation("registrations.family.would-wait-some"))
                .titled(getTranslation("registrations.family.would-wait-some-title")).then(lines));
    }

    private String whose(Turn turn, List<Preview.Forecast> people) {
        var names = people.stream().map(one -> name(one.person())).collect(Collectors.joining(", "));
        return withDate(names, turn.session());
    }

    private String withDate(String names, @Nullable UUID of) {
        return task.chosen(shown).stream().filter(session -> session.id().equals(of)).findFirst()
                .map(session -> getTranslation("registrations.family.who-when", names, moments.brief(session.startsAt(), task.zone()))).orElse(names);
    }

    /** Whether the questions before have their answers: a link into the middle of the task may come without. */
    boolean isComplete() {
        return !persons().isEmpty() && (!task.bySession() || !task.chosen(shown).isEmpty());
    }

    /** The last button. */
    Act confirm() {
        return confirm;
    }

    /** What the last button says it does: ask the team, wait in the list where nobody would have a place, or register. */
    private String confirmation(List<Preview.Forecast> forecasts) {
        if (task.activity().rules().needsApproval()) {
            return "registrations.family.ask";
        }
        boolean nobodyHasAPlace = !forecasts.isEmpty() && forecasts.stream().allMatch(one -> one.rank() > 0);
        return nobodyHasAPlace ? "registrations.family.confirm-waiting" : "registrations.family.confirm";
    }

    private void register(Button button) {
        refused.removeAll();
        try {
            var command = new RegisterCommand(shown.key(), task.group().id(), household.id(), persons().stream().map(PersonRecord::id).toList(),
                    task.asked(shown), shown.rule(), Channel.WEB);
            switch (registrations.register(command)) {
                case RegisterOutcome.Registered done -> {
                    drafts.becomes(done.request());
                    RegisterNavigation.goToDone(task.centre(), task.activity().slug(), done.request(), done.leftOut(command));
                }
                case RegisterOutcome.Refused no -> no.whyNot().forEach(one -> refused.add(withWayOn(Notice.bad(words(one)).spoken(), one)));
            }
        } catch (TooBusyException e) {
            refused.add(Notice.bad(getTranslation("registrations.family.busy")).spoken());
        }
        button.setEnabled(true);
    }

    private Notice withWayOn(Notice notice, PersonRefusal refusal) {
        var person = household.person(refusal.person());
        return MissingBirthDate.isWhy(refusal) && person.isPresent()
                ? notice.then(MissingBirthDate.link(task, person.get(), getTranslation("registrations.family.give-birth-date", person.get().firstName()))) : notice;
    }

    private String words(PersonRefusal refusal) {
        String why = getTranslation(refusal.why().key(), refusal.why().facts().toArray());
        return refusal.name().isEmpty() ? why : getTranslation("registrations.family.person-why", withDate(refusal.name(), refusal.session()), why);
    }

    private String name(UUID person) {
        return household.person(person).map(PersonRecord::firstName).orElse("");
    }
}
