package fr.preau.registrations;

import fr.preau.base.Refusal;
import java.io.Serializable;
import java.util.List;

/**
 * Why a registration was not made: the sentence's key below {@code registrations.refusal} and what it needs to know.
 * Dates are in words already, in the reader's language.
 */
public record RegistrationRefusal(Why why, List<Object> facts) implements Refusal, Serializable {

    /** Each rule by its name. */
    public enum Why {
        /** Facts: from which age, the month from which on. */
        TOO_YOUNG("too-young"),
        /** Facts: up to which age. */
        TOO_OLD("too-old"),
        /** Facts: first and last birth year. */
        OTHER_BIRTH_YEARS("other-birth-years"),
        AGE_UNKNOWN("age-unknown"),
        /** Facts: when it opens. */
        NOT_OPEN_YET("not-open-yet"),
        /** Facts: when it closed. */
        CLOSED("closed"),
        NOT_PUBLISHED("not-published"),
        SUSPENDED("suspended"),
        CANCELLED("cancelled"),
        NO_REGISTRATION_NEEDED("no-registration-needed"),
        NO_SESSION_CHOSEN("no-session-chosen"),
        SESSION_OVER("session-over"),
        SESSION_CANCELLED("session-cancelled"),
        NOTHING_TO_COME("nothing-to-come"),
        ALREADY_REGISTERED("already-registered"),
        ALREADY_WAITING("already-waiting"),
        /** The team has not answered yet. */
        ALREADY_ASKED("already-asked"),
        /** A child answers for nobody, not even for herself. */
        NO_GUARDIAN("no-guardian"),
        NO_LONGER_IN_HOUSEHOLD("no-longer-in-household"),
        /** All come together or nobody, and somebody cannot. */
        OTHERS_CANNOT("others-cannot"),
        /** A place is held until a moment that has passed. */
        HOLD_OVER("hold-over"),
        /** A place is held longer than there is something to come to. Facts: the last moment. */
        HOLD_TOO_LONG("hold-too-long");

        private final String word;

        Why(String word) {
            this.word = word;
        }
    }

    public RegistrationRefusal {
        facts = List.copyOf(facts);
    }

    static RegistrationRefusal of(Why why, Object... facts) {
        return new RegistrationRefusal(why, List.of(facts));
    }

    /** Whether it is the age that keeps the person out, from which the team may exempt her. */
    public boolean isAboutAge() {
        return why == Why.TOO_YOUNG || why == Why.TOO_OLD || why == Why.OTHER_BIRTH_YEARS || why == Why.AGE_UNKNOWN;
    }

    /** Whether registration is over, after which the team may still let somebody in. */
    public boolean isAboutTheClosing() {
        return why == Why.CLOSED;
    }

    /** Whether the date until which a place is held is what does not go. */
    public boolean isAboutTheHold() {
        return why == Why.HOLD_OVER || why == Why.HOLD_TOO_LONG;
    }

    /** Whether the person has asked before: a place, a rank or an answer is on its way already. */
    public boolean isAlreadyIn() {
        return why == Why.ALREADY_REGISTERED || why == Why.ALREADY_WAITING || why == Why.ALREADY_ASKED;
    }

    @Override
    public String key() {
        return "registrations.refusal." + why.word + openEnd() + (isFarAway() ? ".far" : "");
    }

    /** Of somebody who is much too young, a month in many years is not worth telling. */
    private boolean isFarAway() {
        return why == Why.TOO_YOUNG && facts.size() == 1;
    }

    /** Birth years may be open at one end. */
    private String openEnd() {
        if (why != Why.OTHER_BIRTH_YEARS || !facts.contains("")) {
            return "";
        }
        return facts.getFirst().equals("") ? ".until" : ".since";
    }
}
