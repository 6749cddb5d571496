package fr.preau.registrations.followup;

import fr.preau.registrations.Channel;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.attendance.AttendanceMark;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person at a session, as a spreadsheet gets it. */
record ExportLine(String household, String firstName, String lastName, @Nullable LocalDate birthDate, String title, String group,
                  Instant startsAt, Instant endsAt, RegistrationState state, boolean overbooked, Channel channel, Instant askedAt,
                  @Nullable AttendanceMark mark, @Nullable String phone, @Nullable String mail) {
}
