package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Picto;
import fr.preau.base.ui.Pictogram;
import fr.preau.messaging.CalendarFiles;
import fr.preau.registrations.RegistrationService;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** "Ajouter à mon agenda": the dates of one's own request, for the phone's calendar. Whose it is is asked again at the click. */
class CalendarLink extends Anchor {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "agenda.ics";
    private static final int NOT_FOUND = 404;

    CalendarLink(UUID centre, UUID request) {
        super(file(centre, request), "");
        setText(getTranslation("registrations.family.calendar"));
        addComponentAsFirst(new Pictogram(Picto.CALENDAR));
        addClassNames("btn", "alt");
    }

    /** 44 px high, for a list. */
    CalendarLink small() {
        addClassName("small");
        return this;
    }

    private static DownloadHandler file(UUID centre, UUID request) {
        return event -> {
            // Found at the click, not kept: an open screen must bear being put aside and taken up again.
            var registrations = Instantiator.get(event.getUI()).getOrCreate(RegistrationService.class);
            var file = CurrentCentre.in(centre, () -> registrations.calendar(request));
            if (file.isEmpty()) {
                event.getResponse().setStatus(NOT_FOUND);
                return;
            }
            event.setFileName(NAME);
            event.setContentType(CalendarFiles.TYPE);
            event.getResponse().setHeader("Cache-Control", "no-store");
            event.getOutputStream().write(file.get().getBytes(StandardCharsets.UTF_8));
        };
    }
}
