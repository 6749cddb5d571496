package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may register, and when. Ages are years completed at the first session; both ends are included.
 *
 * @param opensAt  nothing when registration is open from publication
 * @param closesAt nothing when one may register until the last session begins
 */
public record AdmissionRules(Audience audience, boolean registrationNeeded, @Nullable Instant opensAt, @Nullable Instant closesAt)
        implements Serializable {

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
