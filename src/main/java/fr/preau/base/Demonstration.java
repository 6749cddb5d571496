package fr.preau.base;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether this Préau is the demonstration, with invented people and an open door: {@code preau.demo=true}. A word that is neither
 * yes nor no ends the start, rather than a demonstration by halves.
 */
@Component
public record Demonstration(boolean on) {

    @Autowired
    Demonstration(Environment environment) {
        this(isOn(environment));
    }

    /** The same, before there are beans. */
    public static boolean isOn(Environment environment) {
        return environment.getProperty("preau.demo", Boolean.class, false);
    }
}
