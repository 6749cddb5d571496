package fr.preau.registrations.attendance;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The trace of a mark: who, when, from, to. */
@Entity
@Immutable
class AttendanceChange {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID attendanceId;
    @Enumerated(EnumType.STRING)
    private @Nullable AttendanceMark fromMark;
    @Enumerated(EnumType.STRING)
    private @Nullable AttendanceMark toMark;
    private Instant changedAt;
    private @Nullable UUID changedBy;

    protected AttendanceChange() {
    }

    AttendanceChange(UUID attendanceId, @Nullable AttendanceMark from, @Nullable AttendanceMark to, @Nullable UUID by, Instant now) {
        this.id = Ids.next();
        this.attendanceId = attendanceId;
        this.fromMark = from;
        this.toMark = to;
        this.changedBy = by;
        this.changedAt = now;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttendanceChange that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
