package fr.preau.base;

import java.util.List;

/**
 * Why something was not done, as a value: the words stand in the bundles under {@link #key()} and are chosen where the
 * refusal is shown. Each module has its own, as records or enums.
 */
public interface Refusal {

    /** The key of the sentence in the bundles. */
    String key();

    /** What the sentence needs to know: numbers, dates, names. */
    default List<Object> facts() {
        return List.of();
    }
}
