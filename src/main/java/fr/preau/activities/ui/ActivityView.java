package fr.preau.activities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.AccessRules;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Booking;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Toast;
import java.util.UUID;

/** One activity as the staff sees it: how it stands, its groups and sessions, and all that can be done with it. */
@Route(value = ActivitiesNavigation.ONE, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class ActivityView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CatalogueService catalogue;
    private final transient ActivityService service;
    private final transient PublishingService publishing;
    private final transient PhotoService photos;
    private final transient ActivityWords words;
    private final transient SessionRows rows;
    private final transient PublicAddress address;
    private final String centre;
    private final boolean mayChange = AccessRules.allows(EditActivityView.class);
    private final Div content = new Div();
    private UUID id = new UUID(0, 0);
    private String sought = "";
    private boolean datesMissing;

    ActivityView(CatalogueService catalogue, ActivityService service, PublishingService publishing, PhotoService photos, ActivityWords words, SessionRows rows,
                 PublicAddress address) {
        this.catalogue = catalogue;
        this.service = service;
        this.publishing = publishing;
        this.photos = photos;
        this.words = words;
        this.rows = rows;
        this.address = address;
        this.centre = words.centre();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = ActivitiesNavigation.id(event.getRouteParameters(), ActivitiesNavigation.ACTIVITY_ID);
        datesMissing = false;
        sought = ActivitiesView.sought(event.getLocation().getQueryParameters());
        back(ActivitiesNavigation.activities(centre) + sought, words.say("view.back"));
        show();
    }

    private void show() {
        var sheet = catalogue.sheet(id).orElseThrow(NotFoundException::new);
        title(sheet.about().title());
        content.removeAll();
        var state = new Div(words.status(sheet.status()));
        state.addClassName("line");
        if (sheet.status() == ActivityStatus.PUBLISHED) {
            state.add(words.places(sheet.availability()));
        }
        content.add(state);
        says(sheet);
        if (mayChange && sheet.status() != ActivityStatus.CANCELLED) {
            content.add(acts(sheet));
        }
        if (sheet.photo() != null) {
            PhotoField.picture(photos, sheet.photo()).ifPresent(content::add);
        }
        content.add(facts(sheet));
        sheet.groups().forEach(group -> content.add(group(sheet, group)));
        if (mayChange && sheet.status() != ActivityStatus.CANCELLED) {
            content.add(new Div(Link.alt(ActivitiesNavigation.addGroup(centre, id) + sought, words.say("view.add-group"))
                    .with(Picto.PLUS).dressed("small")));
        }
        if (sheet.status().isPublic()) {
            content.add(new PublicPagePart(ActivitiesNavigation.publicPage(centre, sheet.slug()), words, address));
        }
        if (mayChange) {
            content.add(more(sheet));
        }
    }

    /** What the state means, and what to do next. */
    private void says(ActivitySheet sheet) {
        String reason = sheet.reason() == null ? "" : sheet.reason();
        switch (sheet.status()) {
            case DRAFT -> content.add(Notice.info(words.say(rows.hasDateToCome(sheet) ? "view.draft" : "view.draft-without-dates")));
            case SUSPENDED -> content.add(Notice.warn(words.say("view.suspended", reason)));
            case CANCELLED -> content.add(Notice.bad(words.say("view.cancelled", reason)));
            case PUBLISHED -> {
                if (!rows.hasDateToCome(sheet)) {
                    content.add(Notice.warn(words.say("view.no-dates")));
                }
            }
        }
    }

    private Div acts(ActivitySheet sheet) {
        var line = new Div();
        line.addClassName("line");
        if (sheet.status() == ActivityStatus.DRAFT) {
            line.add(Act.go(words.say("view.publish"), click -> publish("published")).once());
        } else if (sheet.status() == ActivityStatus.SUSPENDED) {
            line.add(Act.go(words.say("view.resume"), click -> publish("resumed")).once());
        }
        line.add(Link.alt(ActivitiesNavigation.edit(centre, id) + sought, words.say("view.edit")).with(Picto.PENCIL));
        return line;
    }

    private Facts facts(ActivitySheet sheet) {
        var about = sheet.about();
        var facts = new Facts().add(about.category().picto(), getTranslation(about.category().key()), about.summary())
                .add(Picto.PEOPLE, words.open().capital(words.open().audience(sheet.rules().audience())), "")
                .add(Picto.PIN, about.place(), about.accessNote());
        if (!about.price().isEmpty()) {
            facts.add(Picto.EURO, about.price(), "");
        }
        if (!about.bring().isEmpty()) {
            facts.add(Picto.BAG, getTranslation("activities.page.fact.bring"), about.bring());
        }
        var rules = sheet.rules();
        if (!rules.registrationNeeded()) {
            return facts.add(Picto.DOOR, getTranslation("activities.page.places.drop-in"), "");
        }
        String opens = rules.opensAt() == null ? words.say("view.opens-at-once") : words.say("preview.opens", words.moment(rules.opensAt()));
        String closes = rules.closesAt() == null ? words.say("view.closes-last") : words.say("preview.closes", words.moment(rules.closesAt()));
        facts.add(Picto.TICKET, opens, closes);
        return rules.needsApproval() ? facts.add(Picto.CHAT, getTranslation("activities.page.fact.approval"), "") : facts;
    }

    private Component group(ActivitySheet sheet, GroupSheet group) {
        var part = new Div(new H2(group.name().isEmpty() ? words.say("view.sessions") : group.name()));
        part.addClassName("stack");
        part.add(soft(rhythm(sheet, group)));
        boolean open = mayChange && sheet.status() != ActivityStatus.CANCELLED;
        part.add(rows.of(sheet, group, open, sought));
        if (open) {
            var add = Link.alt(ActivitiesNavigation.addDates(centre, id, group.id()) + sought, words.say("view.add-dates")).with(Picto.PLUS)
                    .dressed("small");
            if (datesMissing) {
                part.add(Notice.bad(getTranslation(Outcome.Reason.NO_SESSION_TO_COME.key())).spoken());
                add.getElement().executeJs("this.focus()");
            }
            part.add(new Div(add));
        }
        return part;
    }

    private String rhythm(ActivitySheet sheet, GroupSheet group) {
        String booking = !sheet.rules().registrationNeeded() ? words.say("view.drop-in")
                : words.say(group.booking() == Booking.WHOLE_SERIES ? "view.whole-series" : "view.by-session");
        return words.open().sentences(words.weekly(group), booking);
    }

    private Component more(ActivitySheet sheet) {
        var line = new Div(Act.alt(words.say("view.duplicate"), click -> duplicate(sheet)).with(Picto.COPY).small().once());
        line.addClassName("line");
        if (sheet.status() == ActivityStatus.DRAFT) {
            line.add(Act.danger(words.say("view.delete"), click -> askToDelete()).small());
        }
        if (sheet.status() == ActivityStatus.PUBLISHED || sheet.status() == ActivityStatus.SUSPENDED) {
            line.add(Link.alt(ActivitiesNavigation.stop(centre, id) + sought,
                    words.say(sheet.status() == ActivityStatus.PUBLISHED ? "view.stop" : "view.cancel")).dressed("small").with(Picto.STOP));
        }
        var part = new Div(new H3(words.say("view.more")), line);
        part.addClassName("stack");
        return part;
    }

    /** What is missing is said where it is mended: beside the dates. */
    private void publish(String done) {
        var outcome = publishing.publish(id);
        datesMissing = outcome instanceof Outcome.Refused refused && refused.reason() == Outcome.Reason.NO_SESSION_TO_COME;
        if (datesMissing) {
            show();
        } else {
            settle(outcome, done);
        }
    }

    private void askToDelete() {
        Confirm.askBeforeLoss(words.say("view.delete.question"), words.say("view.delete.text"), words.say("view.delete.yes"), () -> {
            var outcome = service.deleteDraft(id);
            if (outcome instanceof Outcome.Done) {
                ActivitiesNavigation.go(ActivitiesNavigation.activities(centre) + sought);
                Toast.say(words.say("view.deleted"));
            } else {
                settle(outcome, "view.deleted");
            }
        });
    }

    private void duplicate(ActivitySheet sheet) {
        var outcome = service.duplicate(id, words.say("view.copy-title", sheet.about().title()));
        if (outcome instanceof Outcome.Done done) {
            ActivitiesNavigation.go(ActivitiesNavigation.activity(centre, done.activityId()) + sought);
            Toast.say(words.say("view.duplicated"));
        } else {
            settle(outcome, "view.duplicated");
        }
    }

    private void settle(Outcome outcome, String done) {
        show();
        goOnAtHeading();
        Toast.say(outcome instanceof Outcome.Refused refused ? words.refusal(refused) : words.say(done));
    }

    private static Paragraph soft(String text) {
        var line = new Paragraph(text);
        line.addClassName("soft");
        return line;
    }
}
