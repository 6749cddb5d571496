package fr.preau.base;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clock, where to look for the current centre, and how plain SQL and the jobs reach the database. */
@Configuration(proxyBeanMethods = false)
class BaseConfig {

    /** The real one, unless the demonstration tells its past or a test moves the time. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    /** For all plain SQL; what Hibernate does always runs in a transaction and takes the pool itself. */
    @Bean
    JdbcTemplate jdbcTemplate(DataSource pool) {
        return new JdbcTemplate(new CommittingOutsideTransactions(pool));
    }

    /** The jobs' own bookkeeping runs outside transactions. */
    @Bean
    DbSchedulerCustomizer jobsCommitEachStatement(DataSource pool) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<DataSource> dataSource() {
                return Optional.of(new CommittingOutsideTransactions(pool));
            }
        };
    }

    @Bean
    SmartInitializingSingleton centreSources(List<CentreSource> sources) {
        return () -> sources.forEach(CurrentCentre::lookIn);
    }
}
