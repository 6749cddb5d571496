package fr.preau.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts are forgotten once a day, after the families: whoever has lost hers in the same night goes with it. */
@Configuration(proxyBeanMethods = false)
class AccountForgettingConfig {

    private static final LocalTime AFTER_THE_FAMILIES = LocalTime.of(4, 30);

    @Bean
    RecurringTask<Void> accountsForgetting(AccountForgettingRound round) {
        return Tasks.recurring("accounts-forgetting", new Daily(Moments.PARIS, AFTER_THE_FAMILIES))
                .execute((instance, context) -> CurrentCentre.acrossCentres(() -> {
                    round.go();
                    return true;
                }));
    }
}
