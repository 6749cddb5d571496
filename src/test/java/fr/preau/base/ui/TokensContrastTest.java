package fr.preau.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Reads the colours from the stylesheet and computes what people with tired eyes would see. */
class TokensContrastTest {

    private static final double TEXT = 4.5;
    private static final double SHAPES = 3;
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):(#[0-9a-f]{6});");
    private static final List<String> PAPERS = List.of("paper", "sheet", "shade");
    private static final List<String> WASHES = List.of("roof-wash", "brick-wash", "sun-wash", "lime-wash");

    private static final Map<String, String> LIGHT = tokens("light");
    private static final Map<String, String> DARK = tokens("dark");

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("texts")
    void textCanBeRead(String scheme, String ink, String paper) {
        assertThat(contrast(scheme, ink, paper)).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest(name = "{0}: {1} on {2}")
    @MethodSource("shapes")
    void bordersAndRingsCanBeSeen(String scheme, String line, String paper) {
        assertThat(contrast(scheme, line, paper)).isGreaterThanOrEqualTo(SHAPES);
    }

    static Stream<String[]> texts() {
        var everywhere = Stream.of("ink", "ink-soft", "roof", "brick", "sun-text", "lime")
                .flatMap(ink -> PAPERS.stream().map(paper -> new String[] {ink, paper}));
        var onWashes = Stream.of("ink", "ink-soft").flatMap(ink -> WASHES.stream().map(wash -> new String[] {ink, wash}));
        var own = Stream.of("roof roof-wash", "brick brick-wash", "sun-text sun-wash", "lime lime-wash", "roof-deep roof-wash",
                "roof-deep paper", "roof lime-wash", "roof sun-wash", "roof brick-wash", "roof-ink roof", "roof-ink roof-deep",
                "brick-ink brick", "brick-ink brick-deep", "lime-ink lime", "sun-ink sun", "paper ink").map(pair -> pair.split(" "));
        return inBothSchemes(Stream.of(everywhere, onWashes, own).flatMap(pairs -> pairs));
    }

    static Stream<String[]> shapes() {
        return inBothSchemes(Stream.of("line-strong sheet", "line-strong paper", "focus paper", "focus sheet", "focus shade",
                "focus roof-wash", "roof sheet", "roof line").map(pair -> pair.split(" ")));
    }

    private static Stream<String[]> inBothSchemes(Stream<String[]> pairs) {
        return pairs.flatMap(pair -> Stream.of("light", "dark").map(scheme -> new String[] {scheme, pair[0], pair[1]}));
    }

    private static double contrast(String scheme, String one, String other) {
        var tokens = "light".equals(scheme) ? LIGHT : DARK;
        double a = luminance(tokens.get(one));
        double b = luminance(tokens.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> tokens(String scheme) {
        String css = stylesheet();
        int dark = css.indexOf("@media(prefers-color-scheme:dark){:root{");
        String block = "light".equals(scheme) ? css.substring(css.indexOf(":root{"), dark) : css.substring(dark, css.indexOf("}}", dark));
        var found = new HashMap<String, String>();
        TOKEN.matcher(block).results().forEach(token -> found.put(token.group(1), token.group(2)));
        return found;
    }

    private static String stylesheet() {
        try {
            return new ClassPathResource("META-INF/resources/styles.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
