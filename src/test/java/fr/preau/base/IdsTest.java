package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void anIdIsReadAsItWasWritten() {
        var id = Ids.next();

        assertThat(Ids.read(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demain", "0190b3a2", "0190b3a2-7c1d-7000-8000-00000000000g", "<script>"})
    void whatIsNoIdIsNothing(String text) {
        assertThat(Ids.read(text)).isEmpty();
    }
}
