package fr.preau.registrations.attendance;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mark that was set or corrected. */
public record AttendanceTrace(String personName, @Nullable AttendanceMark from, @Nullable AttendanceMark to, @Nullable String who,
                              Instant changedAt) implements Serializable {
}
