package fr.preau.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The page of the kit shows each token of the stylesheet: a new colour, space, corner or size of type comes with its sample. */
class KitLookTest {

    @Test
    void eachColourHasItsSample() throws IOException {
        assertThat(tokens("--([a-z-]+):#")).containsExactlyElementsOf(KitLook.COLOURS);
        assertSamples("colour", KitLook.COLOURS);
    }

    @Test
    void eachSpaceAndCornerHasItsSample() throws IOException {
        assertThat(tokens("--(s\\d):")).containsExactlyElementsOf(KitLook.SPACES);
        assertThat(tokens("--(r\\d|r-full):")).containsExactlyElementsOf(KitLook.CORNERS);
        assertSamples("space", KitLook.SPACES);
        assertSamples("corner", KitLook.CORNERS);
    }

    @Test
    void eachSizeOfTypeHasItsSample() throws IOException {
        assertThat(tokens("--(step-[\\d-]+):")).containsExactlyInAnyOrderElementsOf(KitLook.TYPE);
        assertThat(KitLook.TYPE).allSatisfy(step -> assertThat(file("assets/kit.css"))
                .contains(".tokens-of-type>[data-token=" + step + "]{font-size:var(--" + step + ")"));
    }

    private static void assertSamples(String kind, List<String> tokens) throws IOException {
        var sheet = file("assets/kit.css");
        assertThat(tokens).allSatisfy(token -> assertThat(sheet).containsPattern(Pattern.quote("." + kind + "[data-token=" + token + "]{")
                + "[a-z-]+:" + Pattern.quote("var(--" + token + ")")));
    }

    /** Of the light block, in its order. */
    private static Stream<String> tokens(String pattern) throws IOException {
        var sheet = file("styles.css");
        int begin = sheet.indexOf(":root{");
        return Pattern.compile(pattern).matcher(sheet.substring(begin, sheet.indexOf("@media", begin))).results().map(token -> token.group(1));
    }

    private static String file(String name) throws IOException {
        return new ClassPathResource("META-INF/resources/" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
