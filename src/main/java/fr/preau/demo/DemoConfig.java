package fr.preau.demo;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the demonstration has: its story, its people in one click, and a clock that can be told the past. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("preau.demo")
class DemoConfig {

    @Bean
    Clock demoClock() {
        return new DemoClock();
    }
}
