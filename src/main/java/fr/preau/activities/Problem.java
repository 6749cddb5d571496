package fr.preau.activities;

import fr.preau.base.Refusal;
import java.io.Serializable;
import java.util.List;

/** Something typed that does not go, and where. */
public record Problem(Field field, String reason, List<Object> facts) implements Refusal, Serializable {

    /** Where it was typed. */
    public enum Field {
        TITLE, SUMMARY, DESCRIPTION, CATEGORY, PHOTO, AGES, BIRTH_YEARS, DATE, HOURS, DAYS, PERIOD, PLACE, ACCESS, BRING, PRICE, PLACES, OPENING, CLOSING, HOLD,
        GROUP_NAME
    }

    static Problem at(Field field, String reason, Object... facts) {
        return new Problem(field, reason, List.of(facts));
    }

    @Override
    public String key() {
        return "activities.problem." + reason;
    }
}
