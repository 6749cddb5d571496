package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.centres.CentreService;
import org.springframework.stereotype.Service;

/** Writes dates as a file that phones and calendars take in, with the same entries as the letter that carries them. */
@Service
@AllowedTo(Role.THE_HOUSE)
public class CalendarFiles {

    /** What such a file is, for browsers. */
    public static final String TYPE = "text/calendar;charset=utf-8";

    private final CalendarFile file;
    private final CentreService centres;

    CalendarFiles(CalendarFile file, CentreService centres) {
        this.file = file;
        this.centres = centres;
    }

    /** The text of the file, in the current centre's name. A calendar that has the letter's entries knows them again. */
    public String write(Invitation invitation) {
        var centre = centres.current();
        return file.publish(invitation, centre.name(), EmailAddress.parse(centre.contact().email()).orElse(null));
    }
}
