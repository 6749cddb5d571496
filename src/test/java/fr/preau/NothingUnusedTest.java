package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Picto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each word of a bundle is said somewhere, each class of the stylesheets is worn by something, each drawing stands beside some word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingUnusedTest {

    private static final Path CODE = Path.of("src/main/java/fr/preau");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path BUNDLES = Path.of("src/main/resources/translations");
    private static final Path BROWSER = Path.of("frontend");

    /** Keys that no source spells, and what they are made of when it runs. */
    private static final Map<Pattern, String> MADE_AT_RUN_TIME = Map.of(
            Pattern.compile("registrations\\.[a-z-]+\\.letter"), "the name of a kind of letter, by the kind that is kept with it",
            Pattern.compile("federation\\.audit-reason\\..+"), "a reason of the journal, as it was noted when it happened");
    /** Classes of Vaadin’s own pieces, that only its scripts put on. */
    private static final Set<String> WORN_BY_VAADIN = Set.of("v-loading-indicator", "v-status-message", "second", "third");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern IN_QUOTES = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern IN_SINGLE_QUOTES = Pattern.compile("'([^'\\n]*)'");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-z][a-z0-9.-]*[a-z0-9])");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
    private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9._-]+");
    private static final int MOST_PIECES = 3;
    private static final Pattern SELECTOR = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'\"|$={}<>\\\\]+");

    private final Set<String> texts = new HashSet<>();
    private final Set<String> pieces = new HashSet<>();

    @BeforeAll
    void readAllSources() {
        for (var file : files(CODE, ".java")) {
            String source = COMMENT.matcher(read(file)).replaceAll("");
            quoted(IN_QUOTES, source).forEach(texts::add);
            if (source.contains("enum ")) {
                CONSTANT.matcher(source).results().map(found -> found.group()).forEach(name -> pieces.addAll(List.of(name,
                        name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT).replace('_', '-'))));
            }
        }
        for (var file : files(TEMPLATES, ".html")) {
            String source = read(file);
            Stream.of(IN_QUOTES, IN_SINGLE_QUOTES, KEY_IN_TEMPLATE).flatMap(kind -> quoted(kind, source)).forEach(texts::add);
        }
        texts.stream().filter(text -> PIECE.matcher(text).matches()).forEach(pieces::add);
    }

    @Test
    void everyWordOfABundleIsSaidSomewhere() {
        var unsaid = new TreeSet<String>();
        for (var file : files(BUNDLES, ".properties")) {
            keys(file).stream().filter(key -> !isNamed(key) && MADE_AT_RUN_TIME.keySet().stream().noneMatch(made -> made.matcher(key).matches()))
                    .forEach(key -> unsaid.add(key + " in " + file));
        }
        assertThat(unsaid).isEmpty();
    }

    /** Were everything taken for named, the other test would be content. */
    @Test
    void aKeyThatIsPutTogetherIsNamedAndOneOfNothingIsNot() {
        assertThat(Stream.of("base.skip", "registrations.desk.title-of-nothing", "registrations.actors.family", "activities.status.draft",
                "base.foot.sign-in").filter(this::isNamed)).containsExactly("base.skip", "activities.status.draft");
    }

    /** As it is, or begun by a text of the sources and ended by some more, or by the names of what is counted up. */
    private boolean isNamed(String key) {
        return pieces.contains(key) || ends(key).anyMatch(end -> isBeginning(key.substring(0, end), key.substring(end))
                && isMadeOfPieces(key.substring(end), MOST_PIECES));
    }

    /** A module’s name alone begins everything and names nothing. */
    private boolean isBeginning(String beginning, String rest) {
        return texts.contains(beginning) && beginning.indexOf('.') != beginning.lastIndexOf('.')
                && (beginning.endsWith(".") || rest.startsWith(".") || rest.startsWith("-"));
    }

    private boolean isMadeOfPieces(String rest, int most) {
        return pieces.contains(rest) || most > 1
                && ends(rest).anyMatch(end -> pieces.contains(rest.substring(0, end)) && isMadeOfPieces(rest.substring(end), most - 1));
    }

    private static Stream<Integer> ends(String text) {
        return IntStream.range(1, text.length()).boxed();
    }

    @Test
    void everyClassOfTheStylesheetsIsWornBySomething() {
        var worn = new HashSet<>(WORN_BY_VAADIN);
        texts.forEach(text -> worn.addAll(Arrays.asList(BETWEEN_WORDS.split(text))));
        files(BROWSER.resolve("assets"), ".js").forEach(file -> Stream.of(IN_QUOTES, IN_SINGLE_QUOTES).flatMap(kind -> quoted(kind, read(file)))
                .forEach(text -> worn.addAll(Arrays.asList(BETWEEN_WORDS.split(text)))));
        assertThat(classes().filter(one -> !worn.contains(one)).sorted()).isEmpty();
    }

    private static Stream<String> classes() {
        return files(BROWSER, ".css").stream().flatMap(file -> SELECTOR.matcher(COMMENT.matcher(read(file)).replaceAll("")).results())
                .map(found -> found.group(1)).filter(selector -> !selector.strip().startsWith("@"))
                .flatMap(selector -> CLASS.matcher(selector).results().map(found -> found.group(1))).distinct();
    }

    @Test
    void everyDrawingStandsBesideSomeWord() {
        String java = files(CODE, ".java").stream().map(NothingUnusedTest::read).collect(Collectors.joining());
        var drawn = files(TEMPLATES, ".html").stream().flatMap(file -> quoted(IN_SINGLE_QUOTES, read(file))).collect(Collectors.toSet());
        assertThat(Arrays.stream(Picto.values()).filter(picto -> !drawn.contains(picto.key()))
                .filter(picto -> !Pattern.compile("Picto\\." + picto.name() + "\\b").matcher(java).find())).isEmpty();
    }

    private static Stream<String> quoted(Pattern kind, String source) {
        return kind.matcher(source).results().map(found -> found.group(1));
    }

    private static Set<String> keys(Path file) {
        var bundle = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            bundle.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle.stringPropertyNames();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<Path> files(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending) && !file.startsWith(BROWSER.resolve("generated"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
