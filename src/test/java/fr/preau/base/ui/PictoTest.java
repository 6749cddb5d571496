package fr.preau.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Picto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PictoTest {

    @Test
    void everyPictogramIsDrawnAndEveryDrawingHasItsName() throws IOException {
        String sprite = new ClassPathResource("META-INF/resources/assets/pictos.svg").getContentAsString(StandardCharsets.UTF_8);
        var drawn = Pattern.compile("<symbol id=\"([a-z-]+)\"").matcher(sprite).results().map(found -> found.group(1));

        assertThat(drawn).containsExactlyInAnyOrder(Arrays.stream(Picto.values()).map(Picto::key).toArray(String[]::new));
    }

    @Test
    void aStoredKeyFindsItsPictogramAndAnUnknownOneFindsNone() {
        assertThat(Picto.of("cook")).contains(Picto.COOK);
        assertThat(Picto.of("add-person")).contains(Picto.ADD_PERSON);
        assertThat(Picto.of("dragon")).isEmpty();
    }
}
