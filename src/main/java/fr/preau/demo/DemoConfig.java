package fr.preau.demo;

import fr.preau.base.InTheDemonstration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only the demonstration has: its story, its people in one click, and a clock that can be told the past. */
@Configuration(proxyBeanMethods = false)
@InTheDemonstration
class DemoConfig {

    @Bean
    Clock demoClock() {
        return new DemoClock();
    }
}
