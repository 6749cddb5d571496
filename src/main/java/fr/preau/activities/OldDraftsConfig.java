package fr.preau.activities;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fr.preau.base.Moments;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drafts are forgotten once a day, when nobody types. */
@Configuration(proxyBeanMethods = false)
class OldDraftsConfig {

    private static final LocalTime AT_NIGHT = LocalTime.of(3, 45);

    @Bean
    RecurringTask<Void> activitiesForgetting(OldDrafts drafts) {
        return Tasks.recurring("activities-forgetting", new Daily(Moments.PARIS, AT_NIGHT)).execute((instance, context) -> drafts.forget());
    }
}
