package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** All that asks whether this is the demonstration gets the same answer. */
class DemonstrationTest {

    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Demonstration.class, Guest.class);

    @InTheDemonstration
    static final class Guest {
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on", "1"})
    void whatMeansYesBringsAllOfIt(String word) {
        start.withPropertyValues("preau.demo=" + word).run(context -> {
            assertThat(context.getBean(Demonstration.class).on()).isTrue();
            assertThat(context).hasSingleBean(Guest.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "no", "off", "0", ""})
    void whatMeansNoBringsNothingOfIt(String word) {
        start.withPropertyValues("preau.demo=" + word).run(context -> {
            assertThat(context.getBean(Demonstration.class).on()).isFalse();
            assertThat(context).doesNotHaveBean(Guest.class);
        });
    }

    @Test
    void withoutAWordThereIsNone() {
        start.run(context -> assertThat(context).hasSingleBean(Demonstration.class).doesNotHaveBean(Guest.class));
    }

    @Test
    void anotherWordEndsTheStart() {
        start.withPropertyValues("preau.demo=oui").run(context -> assertThat(context).hasFailed());
    }

    /** The start on one machine switches it on; nobody else knows the setting. */
    @Test
    void nobodyAsksByHimself() throws IOException {
        var asking = new ArrayList<String>();
        try (var code = Files.walk(Path.of("src/main/java/fr/preau"))) {
            for (var file : code.filter(one -> one.toString().endsWith(".java") && !one.toString().contains("/local/")).toList()) {
                if (Files.readString(file).matches("(?s).*[\"{]preau\\.demo[\":}].*")) {
                    asking.add(file.getFileName().toString());
                }
            }
        }
        assertThat(asking).containsExactly("Demonstration.java");
    }
}
