package fr.preau.accounts.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.preau.base.CurrentCentre;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets links and codes a day after they are worth nothing: until then a late visitor is told kindly what happened. It works between
 * two and three o'clock too: jobs rest then because wall-clock times may not exist or come twice, and this one compares instants only.
 */
@Configuration(proxyBeanMethods = false)
class ForgetTicketsConfig {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> forgetTickets(SignInTickets tickets, PlatformTransactionManager transactions, Clock clock) {
        var transaction = new TransactionTemplate(transactions);
        return Tasks.recurring("accounts-forget-tickets", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> CurrentCentre.acrossCentres(() ->
                        transaction.execute(status -> tickets.forget(clock.instant().minus(REMEMBERED)))));
    }
}
