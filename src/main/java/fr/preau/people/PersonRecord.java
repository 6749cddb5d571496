package fr.preau.people;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person of a household as others see her.
 *
 * @param lastName  empty for those who have one name only
 * @param kind      of today; who turns eighteen is an adult from that day on
 * @param birthDate always there for a child
 * @param guardians the persons who answer for this child now, of this household or of another; who left a family does no longer
 * @param removed   no longer in the household; the name is kept for what has been
 */
public record PersonRecord(UUID id, UUID householdId, String firstName, String lastName, PersonKind kind,
                           @Nullable LocalDate birthDate, List<UUID> guardians, boolean removed, int version)
        implements Serializable {

    /** First name, then last name if there is one. */
    public String fullName() {
        return lastName.isEmpty() ? firstName : firstName + " " + lastName;
    }

    public boolean isChild() {
        return kind == PersonKind.CHILD;
    }

    /** Full years on that day; nothing for an adult who has not said. */
    public OptionalInt ageOn(LocalDate day) {
        return birthDate == null ? OptionalInt.empty() : OptionalInt.of(Math.max(0, Period.between(birthDate, day).getYears()));
    }
}
