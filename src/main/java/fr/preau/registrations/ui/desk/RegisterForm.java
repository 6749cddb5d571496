package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.GroupSheet;
import fr.preau.base.TooBusyException;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Toast;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.ApprovalService;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Registering somebody, last question: who of the family, when, and on which terms. */
class RegisterForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final String TEAM = "equipe";

    /** Where the team answers each request: it does so later, or it has said yes already. */
    private enum TeamAnswer {
        LATER, NOW
    }

    private final transient DeskService desk;
    private final transient ApprovalService approvals;
    private final transient DeskWords words;
    /** Made with the form: a button that is clicked twice registers once. */
    private final String key = UUID.randomUUID().toString();
    private final PersonsChoice persons;
    private final OneCard<PartyRule> rule;
    private final WayCards channel;
    private final OneCard<GroupSheet> group;
    private final OneCard<TeamAnswer> team;
    private final HoldPart hold;
    private final ReasonField beyond;
    private final ReasonField exemption;
    private final ReasonField late;
    private final Fold exceptions;
    private final Div older = new Div();
    private final boolean teamAnswers;
    private final DatesChoice dates;
    private final UUID activity;
    private final ForecastPart forecast;
    private final Div answer = new Div();

    /** @param chosen what the address says: an interrupted desk comes back to what it had ticked */
    RegisterForm(ActivitySheet sheet, HouseholdRecord household, QueryParameters chosen, DeskService desk, ApprovalService approvals,
                 HouseholdService households, FamilyService families, DeskWords words, Clock clock) {
        this.activity = sheet.id();
        this.teamAnswers = sheet.rules().needsApproval();
        this.desk = desk;
        this.approvals = approvals;
        this.words = words;
        addClassName("stack");
        add(new H2(sheet.about().title() + " · " + household.name()));
        persons = new PersonsChoice(household, DeskNavigation.ids(chosen, "qui"), households, families, words, clock, this::othersCome);
        rule = new OneCard<>(words.say("register.rule"), List.of(PartyRule.values()), one -> Choice.of(words.say("rule." + DeskNavigation.word(one)), ""));
        rule.setValue(said(chosen, "ensemble", PartyRule.values()).orElse(PartyRule.TOGETHER));
        rule.setVisible(household.registrable().size() > 1);
        channel = new WayCards(words, words.say("register.channel"), said(chosen, "arrive", Channel.values()).filter(WayCards.WAYS::contains).orElse(Channel.DESK));
        team = new OneCard<>(words.say("register.team"), List.of(TeamAnswer.values()), one -> Choice.of(words.say("register.team." + DeskNavigation.word(one)),
                words.say("register.team." + DeskNavigation.word(one) + "-more")));
        team.setValue(said(chosen, TEAM, TeamAnswer.values()).orElse(TeamAnswer.LATER));
        team.setVisible(teamAnswers);
        hold = new HoldPart(household, desk, sheet.rules(), words, chosen, this::keep);
        beyond = new ReasonField(words, words.say("register.beyond"), words.say("register.beyond-hint"), DeskTerms.LONGEST_REASON);
        exemption = new ReasonField(words, words.say("register.exemption"), words.say("register.exemption-hint"), DeskTerms.LONGEST_REASON);
        late = new ReasonField(words, words.say("register.late"), "", DeskTerms.LONGEST_REASON);
        late.setVisible(false);
        group = new OneCard<>(words.say("register.group"), sheet.groups(),
                one -> Choice.of(one.name().isEmpty() ? sheet.about().title() : one.name(), words.say("booking." + DeskNavigation.word(one.booking()))));
        dates = new DatesChoice(words, clock, this::chosen);
        forecast = new ForecastPart(desk, words);
        exceptions = new Fold(words.say("register.exceptions"), beyond, exemption);
        if (sheet.groups().isEmpty()) {
            add(Notice.warn(words.say("register.no-date")));
        } else {
            ask(sheet, chosen, clock);
        }
    }

    /** What was refused about the choice before is not said of this one. */
    private void othersCome() {
        rule.setVisible(persons.household().registrable().size() > 1);
        answer.removeAll();
        chosen();
    }

    private void chosen() {
        keep();
        foresee();
    }

    /** With what is typed so far: a reason for an exception changes what would come of it. */
    private void foresee() {
        var terms = DeskTerms.ordinary().exemptingFromAge(exemption.soFar()).afterClosing(late.soFar());
        forecast.show(new ForecastPart.Chosen(persons, group.getValue().id(), dates, rule.getValue()),
                beyond.isVisible() ? terms.overbooking(beyond.soFar()) : terms);
    }

    private void ask(ActivitySheet sheet, QueryParameters chosen, Clock clock) {
        var named = DeskNavigation.ids(chosen, "groupe");
        group.setValue(sheet.groups().stream().filter(one -> named.contains(one.id())).findFirst().orElse(sheet.groups().getFirst()));
        group.setVisible(sheet.groups().size() > 1);
        dates.show(group.getValue(), DeskNavigation.ids(chosen, "dates"));
        group.addValueChangeListener(change -> {
            dates.show(change.getValue(), Set.of());
            answer.removeAll();
        });
        List.<HasValue<?, ?>>of(group, team).forEach(field -> field.addValueChangeListener(change -> sayWhatTheTeamGrants()));
        List.<HasValue<?, ?>>of(group, rule, channel, team).forEach(field -> field.addValueChangeListener(change -> chosen()));
        List.<HasValue<?, ?>>of(exemption, beyond, late).forEach(field -> field.addValueChangeListener(change -> foresee()));
        List.<HasStyle>of(group, rule, team).forEach(cards -> cards.addClassName("dense"));
        if (teamAnswers) {
            add(Notice.info(words.say("register.approval")));
        }
        var closed = sheet.rules().closesAt();
        if (closed != null && !clock.instant().isBefore(closed)) {
            askWhyAfter(words.full(closed));
        }
        add(persons, group, dates, rule, channel, team, older, hold, late, exceptions, forecast, answer,
                Act.go(words.say("register.button"), click -> terms().ifPresent(this::register)).wide());
        sayWhatTheTeamGrants();
        foresee();
    }

    /** A hold and a place beyond the places come with a yes: before it there is no place to speak of. */
    private void sayWhatTheTeamGrants() {
        boolean grants = !teamAnswers || team.getValue() == TeamAnswer.NOW;
        hold.setVisible(grants);
        beyond.setVisible(grants);
        exceptions.setSummaryText(words.say(grants ? "register.exceptions" : "register.exceptions-age"));
        older.removeAll();
        int unanswered = teamAnswers && grants ? approvals.unanswered(group.getValue().id()) : 0;
        if (unanswered > 0) {
            older.add(Notice.warn(words.say("register.team.older", unanswered)));
        }
    }

    /** Whoever comes after the closing is registered with a reason only. */
    private void askWhyAfter(Object closing) {
        late.setHelperText(words.say("register.late-hint", closing));
        late.setVisible(true);
    }

    /** What the desk grants; nothing when something typed does not go, which its field then says. */
    private Optional<DeskTerms> terms() {
        if (!exemption.fits() || beyond.isVisible() && !beyond.fits()) {
            exceptions.setOpen(true);
            return Optional.empty();
        }
        if (!late.fits()) {
            return Optional.empty();
        }
        var terms = DeskTerms.ordinary().exemptingFromAge(exemption.getValue()).afterClosing(late.getValue());
        return hold.isVisible() ? hold.grantedWith(terms.overbooking(beyond.getValue())) : Optional.of(terms);
    }

    private static <E extends Enum<E>> Optional<E> said(QueryParameters chosen, String name, E[] all) {
        return Arrays.stream(all).filter(one -> chosen.getSingleParameter(name).filter(DeskNavigation.word(one)::equals).isPresent()).findFirst();
    }

    /** What was ticked goes into the address, and the hold; the reasons for an exception do not: they may speak of somebody's health. */
    private void keep() {
        DeskNavigation.keep(address(persons.value()));
    }

    private String address(Collection<UUID> who) {
        var state = new LinkedHashMap<String, String>();
        state.put("activite", activity.toString());
        state.put("famille", persons.household().id().toString());
        state.put("groupe", group.isVisible() ? group.getValue().id().toString() : "");
        state.put("qui", DeskNavigation.ids(who));
        state.put("dates", DeskNavigation.ids(dates.value()));
        state.put("arrive", channel.getValue() == Channel.DESK ? "" : DeskNavigation.word(channel.getValue()));
        state.put("ensemble", rule.getValue() == PartyRule.TOGETHER ? "" : DeskNavigation.word(rule.getValue()));
        state.put(TEAM, team.getValue() == TeamAnswer.LATER ? "" : DeskNavigation.word(team.getValue()));
        hold.keepIn(state);
        return DeskNavigation.register(words.slug(), state);
    }

    private void register(DeskTerms terms) {
        answer.removeAll();
        var who = persons.value();
        if (who.isEmpty()) {
            answer.add(Notice.bad(words.say("register.nobody-chosen")).spoken());
            return;
        }
        var command = new RegisterCommand(key, group.getValue().id(), persons.household().id(), who, dates.value(), rule.getValue(), channel.getValue());
        try {
            show(teamAnswers && team.getValue() == TeamAnswer.NOW ? desk.registerAndAccept(command, terms) : desk.register(command, terms));
        } catch (TooBusyException e) {
            answer.add(Notice.bad(words.say("register.busy")).spoken());
        }
    }

    private void show(RegisterOutcome outcome) {
        switch (outcome) {
            case Registered done -> {
                Toast.say(words.say(done.refused().isEmpty() ? word(done) : "register.not-all"));
                Caveats.of(done, new Caveats.Asked(persons.household(), dates.chosen()), one -> address(List.of(one)), words).goAlong();
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
        if (one.why().isAboutTheHold()) {
            hold.refuse(words.why(one.why()));
        } else if (one.why().isAboutTheClosing()) {
            askWhyAfter(one.why().facts().getFirst());
            late.refuse(words.say("reason.missing"));
        } else {
            // The way out of it is shown with it.
            exceptions.setOpen(exceptions.isOpen() || one.why().isAboutAge());
            var name = persons.household().person(one.person()).map(PersonRecord::fullName).orElse(one.name());
            answer.add(Notice.bad(words.why(one.why())).titled(name).spoken());
        }
    }
}
