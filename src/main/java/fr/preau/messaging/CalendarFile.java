package fr.preau.messaging;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import fr.preau.base.EmailAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes dates as calendars read them (RFC 5545, RFC 5546). */
@Component
class CalendarFile {

    /** The file tells how the clock moved from a year before the first date to a year after the last. */
    private static final Duration AROUND = Duration.ofDays(366);

    private static final int LINE = 75;

    private final Clock clock;
    private final MailProperties properties;

    CalendarFile(Clock clock, MailProperties properties) {
        this.clock = clock;
        this.properties = properties;
    }

    record Written(String text, String method) {
    }

    /**
     * RFC 5546 lets a REQUEST or a CANCEL speak of one event only. Several events are therefore published, and struck
     * out by publishing them as cancelled with a higher sequence, which it allows.
     */
    Written write(Invitation invitation, Recipient reader, String organizer, @Nullable EmailAddress organizerAddress) {
        boolean one = invitation.entries().size() == 1 && organizerAddress != null;
        var method = one ? invitation.purpose().name() : Invitation.Purpose.PUBLISH.name();
        return new Written(write(invitation, method, reader, organizer, organizerAddress), method);
    }

    private String write(Invitation invitation, String method, @Nullable Recipient reader, String organizer, @Nullable EmailAddress organizerAddress) {
        var calendar = new ICalendar();
        calendar.setProductId("-//Préau//Préau//FR");
        calendar.setMethod(new Method(method));
        calendar.getTimezoneInfo().setDefaultTimezone(zone(invitation));
        for (var entry : invitation.entries()) {
            calendar.addEvent(event(invitation.purpose(), entry, method, reader, organizer, organizerAddress));
        }
        return write(calendar);
    }

    /** A file to take along, without a guest: whoever has it takes note. */
    String publish(Invitation invitation, String organizer, @Nullable EmailAddress organizerAddress) {
        return write(invitation, Invitation.Purpose.PUBLISH.name(), null, organizer, organizerAddress);
    }

    private static String write(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().lines().map(CalendarFile::fold).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** RFC 5545, 3.1: at most 75 bytes a line, not letters as the library counts; a letter is never cut in two. */
    private static String fold(String line) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < line.length();) {
            int letter = line.codePointAt(at);
            int size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (bytes + size > LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.appendCodePoint(letter);
            bytes += size;
            at += Character.charCount(letter);
        }
        return folded.toString();
    }

    private VEvent event(Invitation.Purpose purpose, Invitation.Entry entry, String method, @Nullable Recipient reader, String organizer,
                         @Nullable EmailAddress organizerAddress) {
        var event = new VEvent();
        event.setUid(entry.uid() + "@" + properties.domain());
        event.setSequence(entry.sequence());
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setDateStart(Date.from(entry.startsAt()));
        event.setDateEnd(Date.from(entry.endsAt()));
        event.setSummary(entry.title());
        event.setLocation(entry.place());
        event.setStatus(purpose == Invitation.Purpose.CANCEL ? Status.cancelled() : Status.confirmed());
        if (entry.address() != null) {
            event.setUrl(entry.address());
        }
        if (organizerAddress != null) {
            event.setOrganizer(new Organizer(organizer, organizerAddress.value()));
        }
        if (reader != null && !method.equals(Invitation.Purpose.PUBLISH.name())) {
            var guest = new Attendee(reader.name().isEmpty() ? null : reader.name(), reader.address().value());
            guest.setParticipationStatus(ParticipationStatus.ACCEPTED);
            guest.setRsvp(false);
            event.addAttendee(guest);
        }
        return event;
    }

    /** The zone of the first date: all dates of a centre are told by its clock. */
    private static TimezoneAssignment zone(Invitation invitation) {
        ZoneId zone = invitation.entries().getFirst().zone();
        Instant from = invitation.entries().stream().map(Invitation.Entry::startsAt).min(Instant::compareTo).orElseThrow().minus(AROUND);
        Instant to = invitation.entries().stream().map(Invitation.Entry::endsAt).max(Instant::compareTo).orElseThrow().plus(AROUND);
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), description(zone, from, to));
    }

    /** Each change of the clock written out, so that no reader needs to know the zone's rules. */
    private static VTimezone description(ZoneId zone, Instant from, Instant to) {
        var description = new VTimezone(zone.getId());
        var rules = zone.getRules();
        ZoneOffset first = rules.getOffset(from);
        add(description, rules.isDaylightSavings(from), LocalDateTime.ofInstant(from, first), first, first);
        for (var change = rules.nextTransition(from); change != null && change.getInstant().isBefore(to);
                change = rules.nextTransition(change.getInstant())) {
            add(description, rules.isDaylightSavings(change.getInstant()), change.getDateTimeBefore(), change.getOffsetBefore(),
                    change.getOffsetAfter());
        }
        return description;
    }

    private static void add(VTimezone description, boolean daylight, LocalDateTime when, ZoneOffset before, ZoneOffset after) {
        Observance observance = daylight ? new DaylightSavingsTime() : new StandardTime();
        observance.setDateStart(new DateTimeComponents(when.getYear(), when.getMonthValue(), when.getDayOfMonth(),
                when.getHour(), when.getMinute(), when.getSecond(), false));
        observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1000L));
        observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1000L));
        switch (observance) {
            case DaylightSavingsTime summer -> description.addDaylightSavingsTime(summer);
            case StandardTime winter -> description.addStandardTime(winter);
            default -> throw new IllegalStateException();
        }
    }
}
