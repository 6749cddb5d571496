package fr.preau.base;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** The clock, and where to look for the current centre. */
@Configuration(proxyBeanMethods = false)
class BaseConfig {

    /** The real one, unless the demonstration tells its past or a test moves the time. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SmartInitializingSingleton centreSources(List<CentreSource> sources) {
        return () -> sources.forEach(CurrentCentre::lookIn);
    }
}
