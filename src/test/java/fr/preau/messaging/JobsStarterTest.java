package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import fr.preau.base.Settled;
import fr.preau.testing.TestDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Jobs are started by us, later than the scheduler would by itself. */
class JobsStarterTest {

    @Test
    void jobsBeginWhenTheApplicationHasSettled() {
        new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DbSchedulerAutoConfiguration.class))
                .withBean(DataSource.class, () -> new DriverManagerDataSource(TestDatabase.jdbcUrl(), TestDatabase.user(), TestDatabase.password()))
                .withBean(JobsStarter.class)
                .run(context -> {
                    assertThat(context).hasSingleBean(DbSchedulerStarter.class);
                    var jobs = context.getBean(Scheduler.class).getSchedulerState();
                    assertThat(jobs.isStarted()).isFalse();

                    context.publishEvent(new Settled());

                    assertThat(jobs.isStarted()).isTrue();
                });
    }
}
