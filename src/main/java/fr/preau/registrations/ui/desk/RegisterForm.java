package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import fr.preau.base.TooBusyException;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Toast;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.RegisterCommand;
import fr.preau.registrations.RegisterOutcome;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Registering somebody, last question: who of the family, when, and on which terms. */
class RegisterForm extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeskService desk;
    private final transient DeskWords words;
    /** Made with the form: a button that is clicked twice registers once. */
    private final String key = UUID.randomUUID().toString();
    private final UUID activity;
    private final PersonsChoice persons;
    private final WhenPart when;
    private final OneCard<PartyRule> rule;
    private final WayCards channel;
    private final TermsPart terms;
    private final ForecastPart forecast;
    private final Div answer = new Div();

    RegisterForm(DeskTask task, PersonsChoice persons, WhenPart when, TermsPart terms, DeskService desk, DeskWords words) {
        this.activity = task.sheet().id();
        this.persons = persons;
        this.when = when;
        this.terms = terms;
        this.desk = desk;
        this.words = words;
        addClassName("stack");
        rule = new OneCard<>(words.say("register.rule"), List.of(PartyRule.values()),
                one -> Choice.of(words.say("rule." + DeskNavigation.word(one)), ""));
        rule.addClassName("dense");
        rule.setValue(task.said("ensemble", PartyRule.values()).orElse(PartyRule.TOGETHER));
        channel = new WayCards(words, words.say("register.channel"),
                task.said("arrive", Channel.values()).filter(WayCards.WAYS::contains).orElse(Channel.DESK));
        forecast = new ForecastPart(desk, words);
        if (task.teamAnswers()) {
            add(Notice.info(words.say("register.approval")));
        }
        add(persons, when, rule, channel, terms, forecast, answer,
                Act.go(words.say("register.button"), click -> terms.granted().ifPresent(this::register)).wide());
        askWhetherTogether();
        listen();
        foresee();
    }

    private void listen() {
        persons.onChange(this::othersCome);
        when.onChange(this::otherGroup, this::chosen);
        terms.onChange(this::keep, this::foresee);
        List.<HasValue<?, ?>>of(rule, channel).forEach(field -> field.addValueChangeListener(change -> chosen()));
    }

    private void askWhetherTogether() {
        rule.setVisible(persons.household().registrable().size() > 1);
    }

    /** What was refused about the choice before is not said of this one. */
    private void othersCome() {
        askWhetherTogether();
        answer.removeAll();
        chosen();
    }

    private void otherGroup() {
        answer.removeAll();
        terms.goesFor(when.group());
        chosen();
    }

    private void chosen() {
        keep();
        foresee();
    }

    private void foresee() {
        forecast.show(new ForecastPart.Chosen(persons, when.group(), when.dates(), rule.getValue()), terms.soFar());
    }

    /** What was ticked goes into the address. */
    private void keep() {
        DeskNavigation.keep(address(persons.value()));
    }

    private String address(Collection<UUID> who) {
        var state = new LinkedHashMap<String, String>();
        state.put("activite", activity.toString());
        state.put("famille", persons.household().id().toString());
        state.put("qui", DeskNavigation.ids(who));
        when.keepIn(state);
        state.put("arrive", channel.getValue() == Channel.DESK ? "" : DeskNavigation.word(channel.getValue()));
        state.put("ensemble", rule.getValue() == PartyRule.TOGETHER ? "" : DeskNavigation.word(rule.getValue()));
        terms.keepIn(state);
        return DeskNavigation.register(words.slug(), state);
    }

    private void register(DeskTerms granted) {
        answer.removeAll();
        var who = persons.value();
        if (who.isEmpty()) {
            answer.add(Notice.bad(words.say("register.nobody-chosen")).spoken());
            return;
        }
        var command = new RegisterCommand(key, when.group(), persons.household().id(), who, when.dates().value(),
                rule.getValue(), channel.getValue());
        try {
            show(terms.hasSaidYes() ? desk.registerAndAccept(command, granted) : desk.register(command, granted));
        } catch (TooBusyException e) {
            answer.add(Notice.bad(words.say("register.busy")).spoken());
        }
    }

    private void show(RegisterOutcome outcome) {
        switch (outcome) {
            case Registered done -> {
                Toast.say(words.say(done.refused().isEmpty() ? word(done) : "register.not-all"));
                Caveats.of(done, new Caveats.Asked(persons.household(), when.dates().chosen()), one -> address(List.of(one)), words).goAlong();
                DeskNavigation.goInstead(DeskNavigation.request(words.slug(), done.request()));
            }
            case RegisterOutcome.Refused(var whyNot) -> whyNot.forEach(this::refuse);
        }
    }

    private static String word(Registered done) {
        if (done.isToBeAccepted()) {
            return "register.asked";
        }
        if (done.everybodyHasAPlace() && done.answers().getFirst().state() == RegistrationState.PRE_REGISTERED) {
            return "register.held";
        }
        return done.everybodyHasAPlace() ? "register.done" : done.nobodyHasAPlace() ? "register.waits" : "register.partly";
    }

    private void refuse(PersonRefusal one) {
        if (!terms.refuse(one.why())) {
            var name = persons.household().person(one.person()).map(PersonRecord::fullName).orElse(one.name());
            answer.add(Notice.bad(words.why(one.why())).titled(name).spoken());
        }
    }
}
