package fr.preau.activities;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * For whom an activity is: by age or by birth year, both ends included, an absent end is open.
 *
 * @param withAdult children come with an adult
 */
@Embeddable
public record Audience(@Nullable Integer minAge, @Nullable Integer maxAge, @Nullable Integer birthYearFrom,
                       @Nullable Integer birthYearTo, boolean withAdult) implements Serializable {

    public static final int OLDEST = 120;
    public static final int FIRST_BIRTH_YEAR = 1900;

    /** Everybody. */
    public static Audience everybody() {
        return new Audience(null, null, null, null, false);
    }

    /** People of these ages, in years completed at the first session. */
    public static Audience aged(@Nullable Integer min, @Nullable Integer max) {
        return new Audience(min, max, null, null, false);
    }

    /** People born in these years. */
    public static Audience bornIn(@Nullable Integer from, @Nullable Integer to) {
        return new Audience(null, null, from, to, false);
    }

    /** The same people, children with an adult. */
    public Audience accompanied() {
        return new Audience(minAge, maxAge, birthYearFrom, birthYearTo, true);
    }

    /** Whether nobody is too young or too old. */
    public boolean isOpenToAll() {
        return minAge == null && maxAge == null && birthYearFrom == null && birthYearTo == null;
    }

    /** Whether the rule speaks of birth years. */
    public boolean isByBirthYear() {
        return birthYearFrom != null || birthYearTo != null;
    }
}
