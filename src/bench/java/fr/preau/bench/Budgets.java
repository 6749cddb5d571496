package fr.preau.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** What screens and pages may weigh and ask: the file that the tests hold them to. */
final class Budgets {

    private static final Path FILE = Path.of("src/test/resources/budgets.yaml");

    private Budgets() {
    }

    /** The number at this place, for example {@code public, requests}. */
    static int of(String... place) {
        Object here = read();
        for (String name : place) {
            here = Objects.requireNonNull(((Map<?, ?>) here).get(name), () -> FILE + " has no " + String.join(" › ", place));
        }
        return (Integer) here;
    }

    private static Map<String, Object> read() {
        try (Reader file = Files.newBufferedReader(FILE)) {
            return new Yaml().load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
