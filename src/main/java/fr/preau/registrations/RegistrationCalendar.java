package fr.preau.registrations;

import fr.preau.base.PublicAddress;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import fr.preau.messaging.CalendarFiles;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Invitation.Entry;
import fr.preau.messaging.Invitation.Purpose;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dates of registrations for the family's own calendar: the same entries in letters and in files to take along. */
@Component
class RegistrationCalendar {

    /** Which sessions of a registration a calendar hears of. */
    static final Predicate<SeatRecord> STANDING = seat -> !seat.released() && !seat.cancelled();
    static final Predicate<SeatRecord> RELEASED = SeatRecord::released;

    private final CalendarFiles files;
    private final CentreService centres;
    private final Texts texts;
    private final PublicAddress address;

    RegistrationCalendar(CalendarFiles files, CentreService centres, Texts texts, PublicAddress address) {
        this.files = files;
        this.centres = centres;
        this.texts = texts;
        this.address = address;
    }

    /** Nothing when no session is to be told. */
    @Nullable Invitation invitation(Purpose purpose, List<RegistrationRecord> some, Predicate<SeatRecord> which) {
        var centre = centres.current();
        var entries = new ArrayList<Entry>();
        for (var one : some) {
            one.seats().stream().filter(which).forEach(seat -> entries.add(new Entry(one.calendarId() + "-" + seat.sessionId(), seat.sequence(),
                    texts.say("registrations.letter.calendar.title", one.title(), one.personName()), seat.startsAt(), seat.endsAt(), centre.zone(),
                    one.place(), address.of("/centres/" + centre.slug() + "/activites/" + one.slug()))));
        }
        return entries.isEmpty() ? null : new Invitation(purpose, entries);
    }

    /** The dates of those who have a place, as a file; nothing when nobody has one. */
    Optional<String> file(List<RegistrationRecord> some) {
        var placed = some.stream().filter(one -> one.state() == RegistrationState.CONFIRMED || one.state() == RegistrationState.PRE_REGISTERED).toList();
        return Optional.ofNullable(invitation(Purpose.PUBLISH, placed, STANDING)).map(files::write);
    }
}
