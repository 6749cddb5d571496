package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word that people read stands in a bundle, and every bundle's key that the code names is there. */
class WordsTest {

    private static final Path CODE = Path.of("src/main/java/fr/preau");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path BUNDLES = Path.of("src/main/resources/translations");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?:base|centres|accounts|people|messaging|activities|registrations|federation|demo)\\.[a-z][a-z0-9.-]*[a-z0-9]");
    /** Packages that this rule leaves alone, and why. */
    private static final Map<String, String> WITH_WORDS_OF_THEIR_OWN = Map.of(
            "demo", "the neighbourhood that the demonstration invents: names, activities, streets; no part of production",
            "local", "what the console says has a bundle of its own, beside it");
    /** What looks like words and is none for people; a new one is thought about here. */
    private static final Set<String> FOR_MACHINES = Set.of(
            // names and values of headers and cookies
            "Cache-Control", "Content-Security-Policy", "Host", "Origin", "Referer", "Referrer-Policy", "Sec-Fetch-Site", "X-Robots-Tag", "Vaadin-Refresh: ",
            "SameSite", "Lax", "Strict", "attachment; filename=\"agenda.ics\"",
            // schema.org's, in what search engines read of a page
            "Event", "EventScheduled", "EventCancelled", "Place", "PostalAddress", "Organization",
            // a browser's name for an error, and the beginning of ids in the page
            "InvalidStateError", "birth",
            // heads of mails and of calendar files, names of ciphers and of what a photo carries, a zone of time, who made a spreadsheet
            "Message-ID", "Content-Language", "Auto-Submitted", "text/calendar; charset=UTF-8; method=", "-//Préau//Préau//FR", "HmacSHA1", "HmacSHA256",
            "Exif", "Europe/Paris", "Preau",
            // reasons in the journal, which the bundle of the federation says in words
            "by its owner", "asked by its owner", "asked for", "from the server", "no contact since ",
            // ends of names of parameters, what the driver says of a lost database, what Liquibase notes
            "From", "To", "Connection is closed", "Search names written again",
            // letters and marks that a search takes for the same
            "['’ʼʻ`´]", "'’ʼʻ`´",
            // rules of the French language itself: what keeps to its number, what an address on the web leaves out
            "h|min|€|%|ans?|mois|jours?|heures?|minutes?|places?|personnes?|séances?|caractères|chiffres|présents?|lettres|dates?|familles?|demandes?|messages?|activités?|Mo|Go|ms",
            "^(?:de la |de l |du |des |de |d )");
    /** Scripts of ours, policies for the browser, rules for search engines, addresses, SQL and JPQL. */
    private static final Pattern NO_WORDS = Pattern.compile("(?s)const .*|.*-src '(self|none|unsafe-inline)'.*|User-agent: .*|/[a-z/-]*"
            + "|.*(\\b(SELECT|FROM|WHERE|AND|JOIN|ORDER BY|UPDATE|INSERT|DELETE|EXISTS|AS|IN)\\b|\\b(select|delete|update|from|exists|order by|is null)\\b).*");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>?");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);
    /** Whatever stands in such an element is an example for who reads the template. */
    private static final List<String> REPLACED = List.of("th:text", "th:utext", "th:replace", "th:insert");
    private static final List<String> READ_ALOUD = List.of("alt", "title", "placeholder", "aria-label", "aria-description", "label");
    private static final Pattern LITERAL_IN_TEMPLATE = Pattern.compile("'([^']*)'|\\|([^|]*)\\|");

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
    void noSourceHasItsOwnWords() {
        var known = keys();
        var found = new ArrayList<String>();
        var read = files(CODE, ".java").stream()
                .filter(file -> WITH_WORDS_OF_THEIR_OWN.keySet().stream().noneMatch(folder -> file.startsWith(CODE.resolve(folder))));
        ShownWords.in(read.toList()).forEach((file, texts) -> texts.stream()
                .filter(text -> text.length() > 1 && !FOR_MACHINES.contains(text) && !known.contains(text) && !NO_WORDS.matcher(text).matches())
                .filter(text -> LETTERS.matcher(MARKUP.matcher(text).replaceAll("")).find()).forEach(text -> found.add(text + " in " + file)));
        assertThat(found).isEmpty();
    }

    @Test
    void wordsThatPeopleWouldReadAreFoundWhereverTheyStand(@TempDir Path folder) throws IOException {
        var screen = Files.writeString(folder.resolve("SomeView.java"), """
                class SomeView {
                    static final String LATER = "Publier";
                    void show() {
                        add(new Span("annuler"), Act.go("ok", click -> { }), new Div(new Paragraph("…et puis " + name)));
                        field.setLabel("nom");
                        var words = many ? "deux places" : "une place";
                        title(getTranslation("people.title"));
                        notice.setText(words.say("attendance.added"));
                        LOG.warn("Nobody reads this");
                        throw new IllegalStateException("Nor this: " + name);
                    }
                }
                """);

        assertThat(ShownWords.in(List.of(screen)).get(screen)).containsExactly("Publier", "annuler", "ok", "…et puis ", "nom", "deux places", "une place");
        assertThat(ownWords("""
                <main>Bonjour <p th:text="#{base.hello}">Bonjour</p><img alt="Une photo"><p th:text="${who} + ' vient'">Léa vient</p>
                <b>[[#{base.name}]] · 3</b><input th:placeholder="#{base.search}"><meta name="description" content="Un centre">
                <p th:text="|Il reste ${free} places|"></p><p th:text="${one == 'yes'} ? #{base.yes} : #{base.no}"></p></main>""")).containsExactlyInAnyOrder(
                "Bonjour", "alt=Une photo", "th:text= vient", "content=Un centre", "th:text=Il reste ${free} places");
    }

    @Test
    void noTemplateHasItsOwnWords() {
        var found = new ArrayList<String>();
        for (var file : files(TEMPLATES, ".html")) {
            ownWords(read(file)).stream().filter(text -> !isBeginningOfAKey(text.replaceFirst("^th:\\w+=", ""))).forEach(text -> found.add(text + " in " + file));
        }
        assertThat(found).isEmpty();
    }

    /** Words that stand in a template itself and would be read: as text, as what is read aloud, or within an expression that is shown. */
    private static List<String> ownWords(String template) {
        var found = new ArrayList<String>();
        for (var element : Jsoup.parse(template).getAllElements()) {
            if (element.parents().stream().noneMatch(WordsTest::isReplaced) && !isReplaced(element)) {
                element.textNodes().stream().map(text -> INLINED.matcher(text.text()).replaceAll("").strip()).filter(text -> LETTERS.matcher(text).find())
                        .forEach(found::add);
            }
            READ_ALOUD.stream().filter(name -> LETTERS.matcher(element.attr(name)).find()).forEach(name -> found.add(name + "=" + element.attr(name)));
            if (element.is("meta[name=description]") && element.hasAttr("content")) {
                found.add("content=" + element.attr("content"));
            }
            Stream.concat(Stream.of("th:text", "th:utext"), READ_ALOUD.stream().map(name -> "th:" + name)).filter(element::hasAttr)
                    .forEach(name -> shownLiterals(element.attr(name)).forEach(text -> found.add(name + "=" + text)));
        }
        return found;
    }

    /** Handed to what finds the words: {@code #messages.msg('centres.privacy.kept.' + n)}. */
    private static boolean isBeginningOfAKey(String text) {
        return text.contains(".") && keys().stream().anyMatch(key -> key.startsWith(text));
    }

    private static boolean isReplaced(Element element) {
        return REPLACED.stream().anyMatch(element::hasAttr);
    }

    /** What is compared or is the name of a property is not shown; what stands after a plus, a question mark or a colon is. */
    private static Stream<String> shownLiterals(String expression) {
        return LITERAL_IN_TEMPLATE.matcher(expression.replaceAll("[!=]=\\s*'[^']*'|\\['[^']*']", "")).results()
                .map(one -> one.group(1) == null ? one.group(2) : one.group(1))
                .filter(text -> LETTERS.matcher(text.replaceAll("[$#@*]\\{[^}]*}", "")).find());
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
