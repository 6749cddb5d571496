package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.GroupSheet;
import fr.preau.base.Texts;
import fr.preau.base.TooBusyException;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Toast;
import fr.preau.people.HouseholdRecord;
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
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Registering somebody, last question: who of the family, when, and on which terms. */
class RegisterForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final List<Channel> WAYS = List.of(Channel.DESK, Channel.PHONE, Channel.PAPER);

    private final transient DeskService desk;
    private final transient DeskWords words;
    private final transient Texts texts;
    private final HouseholdRecord household;
    /** Made with the form: a button that is clicked twice registers once. */
    private final String key = UUID.randomUUID().toString();
    private final ManyCards<PersonRecord> persons;
    private final OneCard<PartyRule> rule;
    private final OneCard<Channel> channel;
    private final OneCard<GroupSheet> group;
    private final DatesChoice dates;
    private final UUID activity;
    private final Div answer = new Div();

    /** @param chosen what the address says: an interrupted desk comes back to what it had ticked */
    RegisterForm(ActivitySheet sheet, HouseholdRecord household, QueryParameters chosen, DeskService desk, DeskWords words, Texts texts, Clock clock) {
        this.activity = sheet.id();
        this.desk = desk;
        this.words = words;
        this.texts = texts;
        this.household = household;
        addClassName("stack");
        add(new H2(sheet.about().title() + " · " + household.name()));
        persons = new ManyCards<>(words.say("register.persons"), household.registrable(), one -> Choice.of(one.fullName(), ""));
        var ticked = DeskNavigation.ids(chosen, "qui");
        persons.setValue(household.registrable().size() == 1 ? Set.copyOf(household.registrable())
                : household.registrable().stream().filter(one -> ticked.contains(one.id())).collect(Collectors.toSet()));
        rule = new OneCard<>(words.say("register.rule"), List.of(PartyRule.values()), one -> Choice.of(words.say("rule." + DeskNavigation.word(one)), ""));
        rule.setValue(PartyRule.TOGETHER);
        rule.setVisible(household.registrable().size() > 1);
        channel = new OneCard<>(words.say("register.channel"), WAYS, one -> Choice.of(words.channel(one), ""));
        channel.setValue(WAYS.stream().filter(way -> chosen.getSingleParameter("arrive").filter(DeskNavigation.word(way)::equals).isPresent())
                .findFirst().orElse(Channel.DESK));
        group = new OneCard<>(words.say("register.group"), sheet.groups(),
                one -> Choice.of(one.name().isEmpty() ? sheet.about().title() : one.name(), words.say("booking." + DeskNavigation.word(one.booking()))));
        dates = new DatesChoice(words, clock, this::keep);
        if (sheet.groups().isEmpty()) {
            add(Notice.warn(words.say("register.no-date")));
        } else {
            ask(sheet, chosen);
        }
    }

    private void ask(ActivitySheet sheet, QueryParameters chosen) {
        var named = DeskNavigation.ids(chosen, "groupe");
        group.setValue(sheet.groups().stream().filter(one -> named.contains(one.id())).findFirst().orElse(sheet.groups().getFirst()));
        group.setVisible(sheet.groups().size() > 1);
        dates.show(group.getValue(), DeskNavigation.ids(chosen, "dates"));
        group.addValueChangeListener(change -> {
            dates.show(change.getValue(), Set.of());
            keep();
        });
        persons.addValueChangeListener(change -> keep());
        channel.addValueChangeListener(change -> keep());
        var hold = new HoldPart(desk, words);
        boolean teamAnswers = sheet.rules().needsApproval();
        hold.setVisible(!teamAnswers);
        var beyond = reason("register.beyond", "register.beyond-hint");
        var exemption = reason("register.exemption", "register.exemption-hint");
        List.<HasStyle>of(group, persons, rule, channel).forEach(cards -> cards.addClassName("dense"));
        beyond.setVisible(!teamAnswers);
        if (teamAnswers) {
            add(Notice.info(words.say("register.approval")));
        }
        add(persons, group, dates, rule, channel, hold, new Fold(words.say("register.exceptions"), beyond, exemption), answer,
                Act.go(words.say("register.button"), click -> {
                    var terms = DeskTerms.ordinary().exemptingFromAge(exemption.getValue()).overbooking(beyond.getValue());
                    hold.grantedWith(terms).ifPresent(granted -> register(hold, granted));
                }).wide());
    }

    private TextField reason(String label, String hint) {
        var field = new TextField(words.say(label));
        field.setHelperText(words.say(hint));
        field.setMaxLength(DeskTerms.LONGEST_REASON);
        field.setWidthFull();
        return field;
    }

    /** What was ticked goes into the address. */
    private void keep() {
        var state = new LinkedHashMap<String, String>();
        state.put("activite", activity.toString());
        state.put("famille", household.id().toString());
        state.put("groupe", group.isVisible() ? group.getValue().id().toString() : "");
        state.put("qui", DeskNavigation.ids(persons.getValue().stream().map(PersonRecord::id).toList()));
        state.put("dates", DeskNavigation.ids(dates.value()));
        state.put("arrive", channel.getValue() == Channel.DESK ? "" : DeskNavigation.word(channel.getValue()));
        DeskNavigation.keep(DeskNavigation.register(words.slug(), state));
    }

    private void register(HoldPart hold, DeskTerms terms) {
        answer.removeAll();
        var who = household.registrable().stream().filter(persons.getValue()::contains).map(PersonRecord::id).toList();
        if (who.isEmpty()) {
            answer.add(Notice.bad(words.say("register.nobody-chosen")).spoken());
            return;
        }
        var command = new RegisterCommand(key, group.getValue().id(), household.id(), who, dates.value(), rule.getValue(), channel.getValue());
        try {
            show(desk.register(command, terms), hold);
        } catch (TooBusyException e) {
            answer.add(Notice.bad(words.say("register.busy")).spoken());
        }
    }

    private void show(RegisterOutcome outcome, HoldPart hold) {
        switch (outcome) {
            case Registered done -> {
                Toast.say(words.say(word(done)));
                DeskNavigation.go(DeskNavigation.request(words.slug(), done.request()));
            }
            case RegisterOutcome.Refused(var whyNot) -> whyNot.forEach(one -> refuse(one, hold));
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

    private void refuse(PersonRefusal one, HoldPart hold) {
        if (one.why().isAboutTheHold()) {
            hold.refuse(texts.say(one.why()));
        } else {
            var name = household.person(one.person()).map(PersonRecord::fullName).orElse(one.name());
            answer.add(Notice.bad(texts.say(one.why())).titled(name).spoken());
        }
    }
}
