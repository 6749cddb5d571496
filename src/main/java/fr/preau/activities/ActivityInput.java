package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about an activity, right or wrong; {@link InputCheck} says what does not go.
 *
 * @param who      which of the two ways to say ages counts; the other one is ignored
 * @param needsApproval for activities with registration, as all that follows
 * @param opensAt  local time of the centre, as the next
 */
public record ActivityInput(String title, String summary, String description, @Nullable Category category, @Nullable Photo photo,
                            Who who, @Nullable Integer minAge, @Nullable Integer maxAge,
                            @Nullable Integer birthYearFrom, @Nullable Integer birthYearTo, boolean withAdult,
                            Dates dates, String place, String accessNote, String bring, String price,
                            @Nullable Integer places, boolean registrationNeeded, boolean needsApproval, Booking booking,
                            @Nullable LocalDateTime opensAt, @Nullable LocalDateTime closesAt, @Nullable Integer holdDays) implements Serializable {

    /** How one says for whom it is. */
    public enum Who {
        EVERYBODY, BY_AGE, BY_BIRTH_YEAR
    }

    /** An empty form. */
    public static ActivityInput blank() {
        return new ActivityInput("", "", "", null, null, Who.EVERYBODY, null, null, null, null, false, Dates.blank(), "", "", "", "", null, true, false,
                Booking.BY_SESSION, null, null, null);
    }

    /** The form of an activity that stands already; its dates are changed on its own page. */
    public static ActivityInput of(ActivitySheet sheet, ZoneId zone) {
        var about = sheet.about();
        var audience = sheet.rules().audience();
        var group = sheet.groups().stream().findFirst();
        var who = audience.isByBirthYear() ? Who.BY_BIRTH_YEAR : audience.isOpenToAll() ? Who.EVERYBODY : Who.BY_AGE;
        return new ActivityInput(about.title(), about.summary(), about.description(), about.category(), sheet.photo(), who, audience.minAge(), audience.maxAge(),
                audience.birthYearFrom(), audience.birthYearTo(), audience.withAdult(), Dates.blank(), about.place(), about.accessNote(),
                about.bring(), about.price(), group.map(GroupSheet::defaultPlaces).orElse(null), sheet.rules().registrationNeeded(),
                sheet.rules().needsApproval(), group.map(GroupSheet::booking).orElse(Booking.BY_SESSION), local(sheet.rules().opensAt(), zone),
                local(sheet.rules().closesAt(), zone), sheet.rules().holdDays());
    }

    /** What the sheet would tell. */
    public About about() {
        return new About(title, summary, description, category == null ? Category.OTHER : category, place, accessNote, bring, price);
    }

    /** Who could register, and when. */
    public AdmissionRules rules(ZoneId zone) {
        var audience = switch (who) {
            case EVERYBODY -> Audience.everybody();
            case BY_AGE -> Audience.aged(minAge, maxAge);
            case BY_BIRTH_YEAR -> Audience.bornIn(birthYearFrom, birthYearTo);
        };
        return new AdmissionRules(withAdult ? audience.accompanied() : audience, registrationNeeded, registrationNeeded && needsApproval,
                registrationNeeded ? instant(opensAt, zone) : null, registrationNeeded ? instant(closesAt, zone) : null,
                registrationNeeded ? holdDays : null);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime local, ZoneId zone) {
        return local == null ? null : local.atZone(zone).toInstant();
    }

    private static @Nullable LocalDateTime local(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : instant.atZone(zone).toLocalDateTime();
    }
}
