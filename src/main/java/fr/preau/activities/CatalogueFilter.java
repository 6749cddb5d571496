package fr.preau.activities;

import java.io.Serializable;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the catalogue; absent parts do not narrow it.
 *
 * @param age   in years, today
 * @param words to be found in title, summary or place, in any order, without accents
 */
public record CatalogueFilter(@Nullable AgeGroup people, @Nullable Integer age, @Nullable DayOfWeek day, boolean onlyFree, String words)
        implements Serializable {

    /** People as a centre speaks of them. */
    public enum AgeGroup {
        CHILDREN(3, 11), TEENS(12, 17), ADULTS(18, Audience.OLDEST),
        /** Children who come with an adult. */
        FAMILIES(0, Audience.OLDEST);

        private final int from;
        private final int to;

        AgeGroup(int from, int to) {
            this.from = from;
            this.to = to;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }
    }

    /** Everything. */
    public static CatalogueFilter none() {
        return new CatalogueFilter(null, null, null, false, "");
    }

    public boolean isNone() {
        return equals(none());
    }
}
