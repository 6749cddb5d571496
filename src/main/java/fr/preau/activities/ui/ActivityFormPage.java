package fr.preau.activities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.DraftService;
import fr.preau.activities.Problem;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SeriesPlan;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.TaskPage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form of an activity that keeps what is typed, says what does not go, and shows how it will look. */
class ActivityFormPage extends TaskPage {

    private static final long serialVersionUID = 1L;

    protected final transient ActivityService service;
    protected final transient ScheduleService schedule;
    protected final transient PhotoService photos;
    protected final transient DraftService drafts;
    protected final transient ActivityWords words;
    private final transient Clock clock;
    protected final String centre;
    private final Div content = new Div();
    private final Div notices = new Div();
    private final Div preview = new Div();
    private final Paragraph keptLine = new Paragraph();
    private @Nullable ActivityForm form;
    private @Nullable UUID activity;
    private int version;

    ActivityFormPage(ActivityService service, ScheduleService schedule, PhotoService photos, DraftService drafts, ActivityWords words, Clock clock) {
        this.service = service;
        this.schedule = schedule;
        this.photos = photos;
        this.drafts = drafts;
        this.words = words;
        this.clock = clock;
        this.centre = words.centre();
        content.addClassName("stack");
        notices.addClassName("stack");
        preview.addClassName("stack");
        keptLine.addClassName("soft");
        keptLine.getElement().setAttribute("role", "status");
    }

    /** Shows the form: with what was kept, else with what stands. */
    protected final void begin(@Nullable UUID activityId, int readVersion, ActivityInput standing, ActivityForm shown) {
        activity = activityId;
        form = shown;
        content.removeAll();
        notices.removeAll();
        keptLine.setText("");
        content.add(notices, form, preview, keptLine);
        add(content);
        var kept = drafts.find(activityId);
        version = kept.map(DraftService.Kept::version).orElse(readVersion);
        form.read(kept.map(DraftService.Kept::input).orElse(standing));
        kept.ifPresent(draft -> notices.add(Notice.info(words.say("form.kept", words.moment(draft.savedAt()))).spoken()
                .then(Act.quiet(words.say("form.start-again"), click -> Confirm.askBeforeLoss(words.say("form.start-again.question"),
                        words.say("form.start-again.text"), words.say("form.start-again.yes"), () -> startAgain(readVersion, standing))).small())));
    }

    /** Forgets what was kept; the form says again what stands. */
    protected final void startAgain(int readVersion, ActivityInput standing) {
        drafts.forget(activity);
        version = readVersion;
        notices.removeAll();
        keptLine.setText("");
        form().read(standing);
    }

    protected final ActivityForm form() {
        return Objects.requireNonNull(form);
    }

    protected final int version() {
        return version;
    }

    protected final void version(int newer) {
        version = newer;
    }

    /** Every answer is kept as soon as it is given. */
    protected final void keep() {
        drafts.keep(activity, version, form().write());
        keptLine.setText(words.say("form.draft-kept", words.hour(Instant.now(clock))));
    }

    /** Says above what is to be done, and each problem beside its field. */
    protected final boolean refuse(List<Problem> problems) {
        edit();
        notices.removeAll();
        var homeless = form().refuse(problems);
        int count = problems.size() + form().unreadable(problems);
        if (count == 0) {
            return false;
        }
        var notice = Notice.bad(words.say("form.missing-text")).titled(words.say("form.missing", count)).spoken();
        homeless.forEach(problem -> notice.then(new Paragraph(getTranslation(problem.key(), problem.facts().toArray()))));
        notices.add(notice);
        return true;
    }

    protected final void notice(Component notice) {
        edit();
        notices.removeAll();
        notices.add(notice);
        getElement().executeJs("window.scrollTo(0, 0)");
    }

    /** Shows what the form says as people will read it. */
    protected final void look(String lead, @Nullable SeriesPlan plan) {
        preview.removeAll();
        preview.add(Notice.info(lead).spoken(), new SheetPreview(form().write(), plan, photos, words));
        notices.removeAll();
        turn(true);
        getElement().executeJs("window.scrollTo(0, 0)");
    }

    /** Back from the look to the form. */
    protected final void edit() {
        preview.removeAll();
        turn(false);
    }

    private void turn(boolean looking) {
        form().setVisible(!looking);
        keptLine.setVisible(!looking);
    }
}
