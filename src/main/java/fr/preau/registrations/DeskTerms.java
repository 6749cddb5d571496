package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the staff may grant at the desk; each is written into the history with its reason.
 *
 * @param ageExemption why somebody is let in whom the ages leave out
 * @param overbooking  why somebody is let in beyond the number of places
 * @param heldUntil    the place is held until then, since something is still missing; nothing when it is confirmed at once
 */
public record DeskTerms(@Nullable String ageExemption, @Nullable String overbooking, @Nullable Instant heldUntil)
        implements Serializable {

    public DeskTerms {
        ageExemption = tidy(ageExemption);
        overbooking = tidy(overbooking);
    }

    /** The same rules for everybody. */
    public static DeskTerms ordinary() {
        return new DeskTerms(null, null, null);
    }

    public DeskTerms exemptingFromAge(String why) {
        return new DeskTerms(why, overbooking, heldUntil);
    }

    public DeskTerms overbooking(String why) {
        return new DeskTerms(ageExemption, why, heldUntil);
    }

    public DeskTerms holdingUntil(Instant deadline) {
        return new DeskTerms(ageExemption, overbooking, deadline);
    }

    /** All reasons, for the history. */
    @Nullable String reason() {
        if (ageExemption == null) {
            return overbooking;
        }
        return overbooking == null ? ageExemption : ageExemption + " ; " + overbooking;
    }

    private static @Nullable String tidy(@Nullable String why) {
        if (why == null || why.isBlank()) {
            return null;
        }
        var line = why.strip();
        return line.length() <= By.LONGEST_REASON / 2 ? line : line.substring(0, By.LONGEST_REASON / 2 - 2);
    }
}
