package fr.preau.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fr.preau.base.Moments;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgetting happens once a day, when nobody is at work. */
@Configuration(proxyBeanMethods = false)
class ForgettingConfig {

    private static final LocalTime AT_NIGHT = LocalTime.of(4, 0);

    @Bean
    RecurringTask<Void> peopleForgetting(ForgettingRound round) {
        return Tasks.recurring("people-forgetting", new Daily(Moments.PARIS, AT_NIGHT)).execute((instance, context) -> round.go());
    }
}
