package fr.preau.activities;

import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.Outcome.Refused;
import java.util.function.Function;

/** The reason that the people concerned will read. */
final class StatedReason {

    static final int LONGEST = 400;

    private StatedReason() {
    }

    /** Goes on with it as one line, when there is one and it is not endless; the sentence that it stands in has a full stop of its own. */
    static Outcome then(String typed, Function<String, Outcome> work) {
        if (typed.strip().length() > LONGEST) {
            return new Refused(Reason.REASON_TOO_LONG);
        }
        String reason = About.line(typed).replaceFirst("(?<![.])[.]$", "");
        return reason.isEmpty() ? new Refused(Reason.REASON_MISSING) : work.apply(reason);
    }
}
