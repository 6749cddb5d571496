package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TaskPage;
import fr.preau.base.ui.Toast;
import java.util.List;
import java.util.UUID;

/** Puts an activity on hold, or ends it for good; people read why. */
@Route(value = ActivitiesNavigation.ONE + "/" + ActivitiesNavigation.STOP, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class StopActivityView extends TaskPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private enum How {
        SUSPEND, CANCEL
    }

    private final transient PublishingService publishing;
    private final transient CatalogueService catalogue;
    private final transient ActivityWords words;
    private final transient SessionRows rows;
    private final Paragraph lead = new Paragraph();
    private final Div notices = new Div();
    private final OneCard<How> how;
    private final TextField reason;
    private UUID activity = new UUID(0, 0);
    private String sought = "";

    StopActivityView(PublishingService publishing, CatalogueService catalogue, ActivityWords words, SessionRows rows) {
        this.publishing = publishing;
        this.catalogue = catalogue;
        this.words = words;
        this.rows = rows;
        how = new OneCard<>(words.say("stop.how"), List.of(How.values()), one -> one == How.SUSPEND
                ? Choice.of(words.say("stop.suspend"), words.say("stop.suspend-more")) : Choice.of(words.say("stop.cancel"), words.say("stop.cancel-more")));
        reason = Fields.line(words.say("change.reason"), words.say("stop.reason-hint"));
        notices.addClassName("stack");
        lead.addClassName("lead");
        add(lead, notices, how, reason);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        activity = ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.ACTIVITY_ID);
        sought = ActivitiesView.sought(event.getLocation().getQueryParameters());
        var sheet = sheet();
        title(words.say("stop.title"));
        lead.setText(sheet.about().title());
        notices.removeAll();
        boolean running = sheet.status() == ActivityStatus.PUBLISHED;
        how.setValue(running ? How.SUSPEND : How.CANCEL);
        how.setVisible(running);
        var back = Link.alt(ActivitiesNavigation.activity(words.centre(), activity) + sought, words.say("form.back"));
        if (running || sheet.status() == ActivityStatus.SUSPENDED) {
            var act = Act.go(words.say(running ? "stop.suspend-act" : "stop.cancel-act"), click -> ask());
            how.addValueChangeListener(change -> act.setText(words.say(how.getValue() == How.SUSPEND ? "stop.suspend-act" : "stop.cancel-act")));
            bar(back, act);
        } else {
            reason.setVisible(false);
            notices.add(Notice.info(getTranslation(Outcome.Reason.NOT_IN_THIS_STATE.key())));
            bar(back);
        }
    }

    private ActivitySheet sheet() {
        return catalogue.sheet(activity).orElseThrow(NotFoundException::new);
    }

    private void ask() {
        if (how.getValue() == How.SUSPEND) {
            askToSuspend();
            return;
        }
        if (reason.getValue().isBlank()) {
            say(publishing.cancel(activity, reason.getValue()));
            return;
        }
        var sheet = sheet();
        var toCome = rows.toCome(sheet);
        String some = (words.people(toCome) + " " + words.asking(sheet)).strip();
        String people = some.isEmpty() ? words.say("change.nobody") : some + " " + words.say("change.told");
        Confirm.askBeforeLoss(words.say("stop.question", toCome.size()), people + " " + words.say("change.final"), words.say("stop.yes"),
                () -> say(publishing.cancel(activity, reason.getValue())));
    }

    private void askToSuspend() {
        int families = publishing.familiesWaiting(activity);
        if (families == 0 || reason.getValue().isBlank()) {
            say(publishing.suspend(activity, reason.getValue()));
        } else {
            Confirm.ask(words.say("stop.suspend-question"), words.say("stop.suspend-told", families), words.say("stop.suspend-yes"),
                    () -> say(publishing.suspend(activity, reason.getValue())));
        }
    }

    private void say(Outcome outcome) {
        notices.removeAll();
        if (outcome instanceof Outcome.Refused refused) {
            String why = words.refusal(refused);
            if (refused.reason().isAboutTheReason()) {
                reason.setErrorMessage(why);
                reason.setInvalid(true);
                reason.focus();
            } else {
                notices.add(Notice.bad(why).spoken());
            }
            return;
        }
        ActivitiesNavigation.go(ActivitiesNavigation.activity(words.centre(), activity) + sought);
        Toast.say(words.say(how.getValue() == How.SUSPEND ? "stop.suspended" : "stop.cancelled"));
    }
}
