package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.registrations.ApprovalService;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.RegistrationRefusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** On which terms somebody is registered: with the team's yes or before it, with a place that is held, with an exception and its reason. */
class TermsPart extends Div {

    private static final long serialVersionUID = 1L;
    private static final String TEAM = "equipe";

    /** Where the team answers each request: it does so later, or it has said yes already. */
    private enum TeamAnswer {
        LATER, NOW
    }

    private final transient ApprovalService approvals;
    private final transient DeskWords words;
    private final boolean teamAnswers;
    private final OneCard<TeamAnswer> team;
    private final Div older = new Div();
    private final HoldPart hold;
    private final ReasonField beyond;
    private final ReasonField exemption;
    private final ReasonField late;
    private final Fold exceptions;
    private UUID group;
    private Command kept = () -> { };
    private Command foreseen = () -> { };

    TermsPart(DeskTask task, DeskService desk, ApprovalService approvals, DeskWords words, Clock clock) {
        this.approvals = approvals;
        this.words = words;
        this.teamAnswers = task.teamAnswers();
        this.group = task.group().id();
        addClassName("stack");
        team = new OneCard<>(words.say("register.team"), List.of(TeamAnswer.values()), one -> Choice.of(
                words.say("register.team." + DeskNavigation.word(one)), words.say("register.team." + DeskNavigation.word(one) + "-more")));
        team.addClassName("dense");
        team.setValue(task.said(TEAM, TeamAnswer.values()).orElse(TeamAnswer.LATER));
        team.setVisible(teamAnswers);
        hold = new HoldPart(task, desk, words, () -> kept.execute());
        beyond = new ReasonField(words, words.say("register.beyond"), words.say("register.beyond-hint"), DeskTerms.LONGEST_REASON);
        exemption = new ReasonField(words, words.say("register.exemption"), words.say("register.exemption-hint"), DeskTerms.LONGEST_REASON);
        exceptions = new Fold(words.say("register.exceptions"), beyond, exemption);
        late = new ReasonField(words, words.say("register.late"), "", DeskTerms.LONGEST_REASON);
        late.setVisible(false);
        var closed = task.sheet().rules().closesAt();
        if (closed != null && !clock.instant().isBefore(closed)) {
            askWhyAfter(words.full(closed));
        }
        add(team, older, hold, late, exceptions);
        sayWhatTheTeamGrants();
        team.addValueChangeListener(change -> {
            sayWhatTheTeamGrants();
            kept.execute();
            foreseen.execute();
        });
        List.<HasValue<?, ?>>of(exemption, beyond, late).forEach(field -> field.addValueChangeListener(change -> foreseen.execute()));
    }

    /**
     * @param kept     when something changes that the address keeps: the reasons for an exception are not in it, they may speak of
     *                 somebody's health
     * @param foreseen when something changes what would come of it
     */
    void onChange(Command kept, Command foreseen) {
        this.kept = kept;
        this.foreseen = foreseen;
    }

    /** Somebody comes to this group instead. */
    void goesFor(UUID otherGroup) {
        group = otherGroup;
        sayWhatTheTeamGrants();
    }

    /** A hold and a place beyond the places come with a yes: before it there is no place to speak of. */
    private void sayWhatTheTeamGrants() {
        boolean grants = !teamAnswers || hasSaidYes();
        hold.setVisible(grants);
        beyond.setVisible(grants);
        exceptions.setSummaryText(words.say(grants ? "register.exceptions" : "register.exceptions-age"));
        older.removeAll();
        int unanswered = hasSaidYes() ? approvals.unanswered(group) : 0;
        if (unanswered > 0) {
            older.add(Notice.warn(words.say("register.team.older", unanswered)));
        }
    }

    /** Whether the team, which answers each request, has said yes already. */
    boolean hasSaidYes() {
        return teamAnswers && team.getValue() == TeamAnswer.NOW;
    }

    /** Whoever comes after the closing is registered with a reason only. */
    private void askWhyAfter(Object closing) {
        late.setHelperText(words.say("register.late-hint", closing));
        late.setVisible(true);
    }

    /** With what is typed so far: a reason for an exception changes what would come of it. */
    DeskTerms soFar() {
        var terms = DeskTerms.ordinary().exemptingFromAge(exemption.soFar()).afterClosing(late.soFar());
        return beyond.isVisible() ? terms.overbooking(beyond.soFar()) : terms;
    }

    /** What the desk grants; nothing when something typed does not go, which its field then says. */
    Optional<DeskTerms> granted() {
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

    /** Says at its field what does not go, or shows the way out of it; whether it is said there, and need not be said elsewhere. */
    boolean refuse(RegistrationRefusal why) {
        if (why.isAboutTheHold()) {
            hold.refuse(words.why(why));
            return true;
        }
        if (why.isAboutTheClosing()) {
            askWhyAfter(why.facts().getFirst());
            late.refuse(words.say("reason.missing"));
            return true;
        }
        if (why.isAboutAge()) {
            exceptions.setOpen(true);
        }
        return false;
    }

    /** What the address has to say for all of this to be found again. */
    void keepIn(Map<String, String> state) {
        state.put(TEAM, team.getValue() == TeamAnswer.LATER ? "" : DeskNavigation.word(team.getValue()));
        hold.keepIn(state);
    }
}
