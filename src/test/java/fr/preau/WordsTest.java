package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that people read stands in a bundle, and every bundle's key that the code names is there. */
class WordsTest {

    private static final Path CODE = Path.of("src/main/java/fr/preau");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path BUNDLES = Path.of("src/main/resources/translations");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?:base|centres|accounts|people|messaging|activities|registrations|federation|demo)\\.[a-z][a-z0-9.-]*[a-z0-9]");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-z0-9.-]*[a-z0-9])[}(]");

    @Test
    void everyKeyThatTheCodeNamesIsInABundle() {
        var known = keys();
        var missing = new TreeSet<String>();
        for (var file : files(CODE, ".java")) {
            if (file.startsWith(CODE.resolve("local"))) {
                continue;
            }
            literals(file).filter(text -> KEY.matcher(text).matches())
                    .filter(key -> known.stream().noneMatch(one -> one.equals(key) || one.endsWith("." + key)
                            || one.startsWith(key + ".") || one.startsWith(key + "-")))
                    .forEach(key -> missing.add(key + " in " + file));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatATemplateNamesIsInABundle() {
        var known = keys();
        var missing = new TreeSet<String>();
        for (var file : files(TEMPLATES, ".html")) {
            KEY_IN_TEMPLATE.matcher(read(file)).results().map(found -> found.group(1)).filter(key -> !known.contains(key))
                    .forEach(key -> missing.add(key + " in " + file));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noScreenAndNoPageHasItsOwnFrench() {
        var found = new ArrayList<String>();
        for (var file : files(CODE, ".java")) {
            String place = file.toString();
            if (place.contains("/ui/") || place.contains("/web/")) {
                literals(file).filter(text -> text.codePoints().anyMatch(c -> c > 127 && Character.isLetter(c)))
                        .forEach(text -> found.add(text + " in " + file));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noApostropheEatsAnArgument() {
        var broken = new ArrayList<String>();
        for (var file : files(BUNDLES, ".properties")) {
            load(file).forEach((key, text) -> {
                if (text.toString().replace("''", "").contains("'")) {
                    broken.add(key + " in " + file);
                }
            });
        }
        assertThat(broken).as("a single ' starts a quotation in these texts; people write ’").isEmpty();
    }

    private static Set<String> keys() {
        var keys = new TreeSet<String>();
        files(BUNDLES, ".properties").forEach(file -> keys.addAll(load(file).stringPropertyNames()));
        return keys;
    }

    private static Properties load(Path file) {
        var bundle = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    private static Stream<String> literals(Path file) {
        return LITERAL.matcher(read(file)).results().map((MatchResult found) -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
