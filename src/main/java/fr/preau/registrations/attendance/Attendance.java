package fr.preau.registrations.attendance;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One person at one session: came, did not, or is still to be noted. Knows nothing of registrations, and changes none. */
@Entity
class Attendance {

    /** Where the line comes from. */
    enum Origin {
        EXPECTED,
        /** <i>Venue sans inscription</i>. */
        WALK_IN
    }

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID sessionId;
    private @Nullable UUID personId;
    private @Nullable String firstName;
    private @Nullable String lastName;
    @Enumerated(EnumType.STRING)
    private Origin origin;
    @Enumerated(EnumType.STRING)
    private @Nullable AttendanceMark mark;
    private Instant markedAt;
    private @Nullable UUID markedBy;
    @Version
    private int version;

    protected Attendance() {
    }

    private Attendance(UUID sessionId, @Nullable UUID personId, Origin origin, Instant now) {
        this.id = Ids.next();
        this.sessionId = sessionId;
        this.personId = personId;
        this.origin = origin;
        this.markedAt = now;
    }

    static Attendance expected(UUID session, UUID person, Instant now) {
        return new Attendance(session, person, Origin.EXPECTED, now);
    }

    /** Somebody of the centre's families who came without being registered. */
    static Attendance walkIn(UUID session, UUID person, Instant now) {
        return new Attendance(session, person, Origin.WALK_IN, now);
    }

    /** Somebody of whom only the name is known. */
    static Attendance walkIn(UUID session, String firstName, String lastName, Instant now) {
        var line = new Attendance(session, null, Origin.WALK_IN, now);
        line.firstName = firstName;
        line.lastName = lastName;
        return line;
    }

    /** Marks, or marks anew; what it was before is kept by the answer. Nothing changes when it is marked so already. */
    Optional<AttendanceChange> mark(@Nullable AttendanceMark as, @Nullable UUID by, Instant now) {
        if (Objects.equals(mark, as)) {
            return Optional.empty();
        }
        var change = new AttendanceChange(id, mark, as, by, now);
        mark = as;
        markedAt = now;
        markedBy = by;
        return Optional.of(change);
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attendance that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
