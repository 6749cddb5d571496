package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.Outcome;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionRecord;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TaskPage;
import fr.preau.base.ui.Toast;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves one session, gives it other places, or cancels it; or those after it, or all of its group. */
@Route(value = ActivitiesNavigation.ONE + "/" + ActivitiesNavigation.SESSIONS + "/:" + ActivitiesNavigation.SESSION_ID, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class ChangeSessionView extends TaskPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient ScheduleService schedule;
    private final transient CatalogueService catalogue;
    private final transient ActivityWords words;
    private final transient SessionRows rows;
    private final FieldErrors errors = new FieldErrors();
    private final Div content = new Div();
    private final Div notices = new Div();
    private final OneCard<Reach> reach;
    private final SessionChangePart part;
    private final TextField reason;
    private UUID activity = new UUID(0, 0);
    private String sought = "";
    private String asking = "";
    private @Nullable GroupSheet group;
    private @Nullable SessionRecord session;

    ChangeSessionView(ScheduleService schedule, CatalogueService catalogue, ActivityWords words, SessionRows rows) {
        this.schedule = schedule;
        this.catalogue = catalogue;
        this.words = words;
        this.rows = rows;
        reach = new OneCard<>(say("reach"), List.of(Reach.values()), one -> Choice.of(say(Texts.word(one)), reachMore(one)));
        part = new SessionChangePart(say("change"), errors);
        reason = Fields.line(say("reason"), say("reason-hint"));
        reach.addValueChangeListener(change -> part.reach(reach()));
        title(say("title"));
        content.addClassName("stack");
        notices.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        activity = ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.ACTIVITY_ID);
        UUID id = ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.SESSION_ID);
        sought = ActivitiesView.sought(event.getLocation().getQueryParameters());
        var sheet = catalogue.sheet(activity).orElseThrow(NotFoundException::new);
        asking = words.asking(sheet);
        group = sheet.groups().stream().filter(one -> one.sessions().stream().anyMatch(session -> session.id().equals(id))).findFirst()
                .orElseThrow(NotFoundException::new);
        read(id);
        var lead = new Paragraph(say("lead", sheet.about().title(), words.session(session()), rows.people(sheet, session())));
        lead.addClassName("lead");
        content.removeAll();
        notices.removeAll();
        content.add(lead, notices);
        lay();
    }

    private void read(UUID id) {
        session = group().sessions().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFoundException::new);
        reach.setItems(Reach.values());
        reach.setValue(Reach.ONE);
        part.read(session(), words.zone());
    }

    private void lay() {
        if (!rows.isToCome(session())) {
            notices.add(Notice.info(getTranslation(Outcome.Reason.SESSION_OVER.key())));
            bar(back());
            return;
        }
        reach.setVisible(sessions().by(Reach.ALL).size() > 1);
        content.add(reach, part, new FormSection(say("cancel"), reason, new Div(cancel())).hint(say("cancel-hint")));
        bar(back(), Act.go(getTranslation("activities.desk.form.save"), click -> askToChange()));
    }

    /** Says what it cancels: "Annuler" alone could mean to leave this form. */
    private Act cancel() {
        var act = Act.danger(cancelWords(), click -> askToCancel());
        reach.addValueChangeListener(change -> act.setText(cancelWords()));
        return act;
    }

    private String cancelWords() {
        return getTranslation("activities.desk.change.cancel-act", sessions().by(reach()).size());
    }

    private Link back() {
        return Link.alt(ActivitiesNavigation.activity(words.centre(), activity) + sought, getTranslation("activities.desk.form.back"));
    }

    private void askToChange() {
        if (part.asksForMissing()) {
            return;
        }
        var change = part.write();
        String people = people();
        if (!part.moves() || people.isEmpty()) {
            change(change);
        } else {
            Confirm.ask(say("move.question"), people + " " + say("told"), say("move.yes"), () -> change(change));
        }
    }

    private void change(SessionChange change) {
        say(schedule.changeSessions(group().id(), session().id(), session().version(), reach(), change));
    }

    private void askToCancel() {
        if (reason.getValue().isBlank()) {
            Fields.refuse(reason, getTranslation(Outcome.Reason.REASON_MISSING.key()));
            return;
        }
        var chosen = sessions().by(reach());
        String people = people();
        String consequence = (people.isEmpty() ? say("nobody") : people + " " + say("told")) + " " + say("final");
        Confirm.askBeforeLoss(getTranslation("activities.desk.change.cancel.question", chosen.size()), consequence,
                getTranslation("activities.desk.change.cancel.yes", chosen.size()),
                () -> say(schedule.cancelSessions(group().id(), session().id(), session().version(), reach(), reason.getValue())));
    }

    /** Who would be told; nothing when there is surely nobody. */
    private String people() {
        return (sessions().people(reach(), words) + " " + asking).strip();
    }

    private ChosenSessions sessions() {
        return ChosenSessions.around(session(), group(), rows);
    }

    private String reachMore(Reach one) {
        return session == null ? "" : getTranslation("activities.desk.change.sessions", sessions().by(one).size());
    }

    private void say(Outcome outcome) {
        notices.removeAll();
        switch (outcome) {
            case Outcome.Done done -> {
                ActivitiesNavigation.go(ActivitiesNavigation.activity(words.centre(), activity) + sought);
                Toast.say(say("done"));
            }
            case Outcome.NotYet notYet -> errors.refuse(notYet.problems());
            case Outcome.Refused(var why) when why.isAboutTheReason() -> Fields.refuse(reason, getTranslation(why.key()));
            case Outcome.Refused refused -> notices.add(Notice.bad(words.refusal(refused)).spoken());
            case Outcome.ChangedMeanwhile meanwhile -> notices.add(Notice.bad(say("meanwhile")).titled(say("meanwhile-title")).spoken()
                    .then(Link.alt(ActivitiesNavigation.session(words.centre(), activity, session().id()) + sought, say("meanwhile-see"))
                            .dressed("small")));
        }
    }

    private GroupSheet group() {
        return Objects.requireNonNull(group);
    }

    private SessionRecord session() {
        return Objects.requireNonNull(session);
    }

    private Reach reach() {
        return reach.getValue() == null ? Reach.ONE : reach.getValue();
    }

    private String say(String key, Object... facts) {
        return getTranslation("activities.desk.change." + key, facts);
    }
}
