package fr.preau.registrations.attendance;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is expected at a session and who came, on the screen and on paper in the same order: last name, first name, id.
 *
 * @param overbooked how many of those expected are beyond the places, by the right to overbook
 */
public record AttendanceSheet(UUID sessionId, UUID activityId, String title, String groupName, String place, Instant startsAt, Instant endsAt,
                              boolean cancelled, int places, int overbooked, List<Line> lines) implements Serializable {

    /**
     * One person.
     *
     * @param person  nothing for a walk-in of whom only the name is known
     * @param walkIn  came without being registered
     * @param mark    nothing as long as it is to be noted
     * @param offered a place is kept for her, and she has not said yes
     */
    public record Line(@Nullable UUID attendance, @Nullable UUID person, String firstName, String lastName, @Nullable LocalDate birthDate,
                       boolean walkIn, @Nullable AttendanceMark mark, boolean offered) implements Serializable {

        /** The person, or the walk-in of whom only the name is known. */
        public UUID key() {
            return Objects.requireNonNull(person == null ? attendance : person);
        }

        public String fullName() {
            return lastName.isEmpty() ? firstName : firstName + " " + lastName;
        }
    }

    /** Who comes, as far as one knows: whoever has not answered an offer yet is no more than asked, unless she was noted. */
    public long expected() {
        return lines.size() - offered();
    }

    public long offered() {
        return lines.stream().filter(line -> line.offered() && line.mark() == null).count();
    }

    public long present() {
        return lines.stream().filter(line -> line.mark() == AttendanceMark.PRESENT).count();
    }

    /** How many are still to be noted. */
    public long unset() {
        return lines.stream().filter(line -> line.mark() == null).count();
    }
}
