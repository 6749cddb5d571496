package fr.preau.federation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.FederationLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pairs;
import fr.preau.base.ui.TwoLines;
import fr.preau.federation.HealthService;
import fr.preau.federation.HealthService.Job;
import fr.preau.federation.HealthService.Machine;
import fr.preau.messaging.OutboxHealth;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the machine is doing: the database, the post, the jobs, the disk. */
@Route(value = FederationNavigation.HEALTH, layout = FederationLayout.class)
@AllowedTo(Role.TECHNICIAN)
public class HealthView extends Page {

    private static final long serialVersionUID = 1L;
    private static final int ALL = 200;
    static final Set<String> JOBS = Set.of("registrations-round", "messaging-outbox", "messaging-forgetting", "accounts-forget-tickets", "accounts-forgetting",
            "people-forgetting", "activities-forgetting");
    private static final double GIGABYTE = 1e9;
    private static final double TOO_FULL = 0.1;

    private final transient Moments moments;

    HealthView(HealthService health, Moments moments) {
        this.moments = moments;
        title(getTranslation("federation.health.title"));
        lead(getTranslation("federation.health.lead"));
        acts(Act.alt(getTranslation("federation.health.again"), click -> UI.getCurrent().refreshCurrentRoute(false)).small());
        var machine = health.machine();
        var post = health.post();
        var jobs = List.copyOf(health.jobs());
        warn(health, machine, post, jobs);
        add(new H2(getTranslation("federation.health.machine")), new Pairs()
                .add(getTranslation("federation.health.version"), machine.version())
                .add(getTranslation("federation.health.started"), when(machine.startedAt()))
                .add(getTranslation("federation.health.database"), getTranslation("federation.health.database-is", machine.databaseVersion(), machine.answeredIn()))
                .add(getTranslation("federation.health.disk"), getTranslation("federation.health.of", gigabytes(machine.freeBytes()), gigabytes(machine.diskBytes())))
                .add(getTranslation("federation.health.memory"), getTranslation("federation.health.of", gigabytes(machine.heapBytes()), gigabytes(machine.heapLimit()))));
        var letters = new Pairs().add(getTranslation("federation.health.post-waiting"), getTranslation("federation.number", post.waiting()));
        if (post.oldest() != null) {
            letters.add(getTranslation("federation.health.post-oldest"), when(post.oldest()));
        }
        add(new H2(getTranslation("federation.health.post")), letters
                .add(getTranslation("federation.health.post-given-up"), getTranslation("federation.number", post.failed())));
        add(new H2(getTranslation("federation.health.jobs")), table(jobs));
    }

    private void warn(HealthService health, Machine machine, OutboxHealth.Figures post, List<Job> jobs) {
        if (post.failed() > 0) {
            add(Notice.warn(getTranslation("federation.health.post-failed", post.failed())));
        }
        if (health.isHeldUp(post)) {
            add(Notice.warn(getTranslation("federation.health.post-held-up")));
        }
        if (jobs.stream().anyMatch(job -> job.failures() > 0)) {
            add(Notice.warn(getTranslation("federation.health.jobs-failed")));
        }
        if (jobs.stream().anyMatch(HealthView::isLate)) {
            add(Notice.warn(getTranslation("federation.health.jobs-late")));
        }
        if (machine.freeBytes() < machine.diskBytes() * TOO_FULL) {
            add(Notice.bad(getTranslation("federation.health.disk-full")));
        }
    }

    private DataTable<Job> table(List<Job> jobs) {
        var table = new DataTable<Job>(getTranslation("federation.health.jobs"), (offset, limit) -> jobs.stream().skip(offset).limit(limit).toList(), jobs::size)
                .column(getTranslation("federation.job"), this::named)
                .column(getTranslation("federation.job.state"), this::state)
                .text(getTranslation("federation.job.success"), job -> when(job.lastSuccess()))
                .text(getTranslation("federation.job.next"), job -> when(job.next()))
                .pagesOf(ALL);
        table.show(1);
        return table;
    }

    private Label state(Job job) {
        if (job.failures() > 0) {
            return new Label(Tint.BRICK, getTranslation("federation.job.failing", job.failures()));
        }
        return isLate(job) ? new Label(Tint.BRICK, getTranslation("federation.job.late")) : new Label(Tint.LIME, getTranslation("federation.job.fine"));
    }

    /** One of an older version waits for nobody, until the scheduler forgets it. */
    private static boolean isLate(Job job) {
        return job.late() && JOBS.contains(job.name());
    }

    /** What it does, and the name that the server's log knows. One of an older version has only that. */
    private Component named(Job job) {
        return JOBS.contains(job.name()) ? new TwoLines(getTranslation("federation.job." + job.name()), job.name()) : new Span(job.name());
    }

    private String when(@Nullable Instant moment) {
        return moment == null ? getTranslation("federation.never") : moments.brief(moment, Moments.PARIS);
    }

    private String gigabytes(long bytes) {
        return getTranslation("federation.gigabytes", bytes / GIGABYTE);
    }
}
