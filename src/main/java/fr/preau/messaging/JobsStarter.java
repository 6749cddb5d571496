package fr.preau.messaging;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import fr.preau.base.Settled;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the jobs when the first visitors have been served. The scheduler's own way starts them before the application is ready,
 * which then waits for what the first jobs make.
 */
@Component
class JobsStarter implements DbSchedulerStarter {

    private final ObjectProvider<Scheduler> scheduler;

    JobsStarter(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    @EventListener(Settled.class)
    public void doStart() {
        scheduler.ifAvailable(Scheduler::start);
    }
}
