package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the staff may grant at the desk; each is written into the history with its reason.
 *
 * @param ageExemption why somebody is let in whom the ages leave out
 * @param overbooking  why somebody is let in beyond the number of places
 * @param afterClosing why somebody is let in after the day on which registration closed; by every other rule all the same
 * @param heldUntil    the place is held until then, since something is still missing; nothing when it is confirmed at once
 * @param missing      what is missing until then; the family reads it
 */
public record DeskTerms(@Nullable String ageExemption, @Nullable String overbooking, @Nullable String afterClosing,
                        @Nullable Instant heldUntil, @Nullable String missing) implements Serializable {

    /** The four of them fit into one line of the history; what is longer is refused, never cut in silence. */
    public static final int LONGEST_REASON = 96;
    private static final String AND = " ; ";

    public DeskTerms {
        ageExemption = tidy(ageExemption);
        overbooking = tidy(overbooking);
        afterClosing = tidy(afterClosing);
        missing = tidy(missing);
    }

    /** The same rules for everybody. */
    public static DeskTerms ordinary() {
        return new DeskTerms(null, null, null, null, null);
    }

    public DeskTerms exemptingFromAge(@Nullable String why) {
        return new DeskTerms(why, overbooking, afterClosing, heldUntil, missing);
    }

    public DeskTerms overbooking(@Nullable String why) {
        return new DeskTerms(ageExemption, why, afterClosing, heldUntil, missing);
    }

    public DeskTerms afterClosing(@Nullable String why) {
        return new DeskTerms(ageExemption, overbooking, why, heldUntil, missing);
    }

    /** Keeps the place until then, without a word on what is missing. */
    public DeskTerms holdingUntil(Instant deadline) {
        return holdingUntil(deadline, null);
    }

    public DeskTerms holdingUntil(Instant deadline, @Nullable String whatIsMissing) {
        return new DeskTerms(ageExemption, overbooking, afterClosing, deadline, whatIsMissing);
    }

    /** All reasons for entering in this state, for the history. */
    @Nullable String reason(RegistrationState first) {
        var all = Stream.of(ageExemption, overbooking, afterClosing, first == RegistrationState.PRE_REGISTERED ? missing : null)
                .filter(Objects::nonNull).collect(Collectors.joining(AND));
        return all.isEmpty() ? null : all;
    }

    private static @Nullable String tidy(@Nullable String why) {
        if (why == null || why.isBlank()) {
            return null;
        }
        var line = why.strip();
        if (line.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("The reason is longer than " + LONGEST_REASON + "; the screen says so");
        }
        return line;
    }
}
