package fr.preau.registrations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The round comes by every minute; after an outage, at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnswerTime.Settings.class)
class RoundConfig {

    @Bean
    RecurringTask<Void> registrationsRound(Round round) {
        return Tasks.recurring("registrations-round", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> round.go());
    }
}
