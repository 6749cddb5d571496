package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may register, and when. Ages are years completed at the first session; both ends are included.
 *
 * @param needsApproval the centre says yes or no to each request before there is a place
 * @param opensAt  nothing when registration is open from publication
 * @param closesAt nothing when one may register until the last session begins
 * @param holdDays for how many working days reception keeps a place while something is missing; nothing for the usual ones
 */
public record AdmissionRules(Audience audience, boolean registrationNeeded, boolean needsApproval, @Nullable Instant opensAt,
                             @Nullable Instant closesAt, @Nullable Integer holdDays) implements Serializable {

    /** Longer than a month is a place for nobody. */
    public static final int MOST_HOLD_DAYS = 30;

    /** A place is given at once, where there is one. */
    public AdmissionRules(Audience audience, boolean registrationNeeded, @Nullable Instant opensAt, @Nullable Instant closesAt) {
        this(audience, registrationNeeded, false, opensAt, closesAt, null);
    }

    public @Nullable Integer minAge() {
        return audience.minAge();
    }

    public @Nullable Integer maxAge() {
        return audience.maxAge();
    }

    public @Nullable Integer birthYearFrom() {
        return audience.birthYearFrom();
    }

    public @Nullable Integer birthYearTo() {
        return audience.birthYearTo();
    }

    public boolean withAdult() {
        return audience.withAdult();
    }

    public boolean isOpenAt(Instant now) {
        return (opensAt == null || !now.isBefore(opensAt)) && (closesAt == null || now.isBefore(closesAt));
    }
}
