package fr.preau.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** What pages may weigh and ask, from {@code budgets.yaml}. */
public final class Budgets {

    private Budgets() {
    }

    /** The number at this place, for example {@code public, requests}. */
    public static int of(String... place) {
        Object here = read();
        for (String name : place) {
            here = Objects.requireNonNull(((Map<?, ?>) here).get(name), () -> "budgets.yaml has no " + String.join(" › ", place));
        }
        return (Integer) here;
    }

    private static Map<String, Object> read() {
        try (InputStream file = Objects.requireNonNull(Budgets.class.getResourceAsStream("/budgets.yaml"))) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
