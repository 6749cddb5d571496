package fr.preau.activities.web;

import fr.preau.activities.ActivitySheet;
import fr.preau.activities.SessionRecord;
import fr.preau.centres.CentreRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The next sessions for machines, as schema.org/Event in JSON-LD. It is data, not a script: the policy of our pages, which
 * forbids scripts, does not concern it (HTML, "prepare the script element": the type is looked at before the policy is).
 */
@Component
class EventData {

    private static final int SESSIONS = 3;

    private final JsonMapper json;

    EventData(JsonMapper json) {
        this.json = json;
    }

    /** Safe inside a script element: no text in it can end the element. */
    String of(ActivitySheet sheet, CentreRecord centre, String url, String centreUrl) {
        var events = sheet.groups().stream().flatMap(group -> group.sessions().stream())
                .sorted(Comparator.comparing(SessionRecord::startsAt)).limit(SESSIONS)
                .map(session -> event(sheet, session, centre, url, centreUrl)).toList();
        return json.writeValueAsString(Map.of("@context", "https://schema.org", "@graph", events))
                .replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
                .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private static Map<String, Object> event(ActivitySheet sheet, SessionRecord session, CentreRecord centre, String url, String centreUrl) {
        var about = sheet.about();
        var event = new LinkedHashMap<String, Object>();
        event.put("@type", "Event");
        event.put("name", about.title());
        event.put("description", about.summary());
        event.put("startDate", session.startsAt().atZone(centre.zone()).toOffsetDateTime().toString());
        event.put("endDate", session.endsAt().atZone(centre.zone()).toOffsetDateTime().toString());
        event.put("eventStatus", "https://schema.org/" + (session.isPlanned() ? "EventScheduled" : "EventCancelled"));
        event.put("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode");
        event.put("location", Map.of("@type", "Place", "name", List.of(about.place(), centre.name()).stream().filter(name -> !name.isEmpty())
                .reduce((place, name) -> place + ", " + name).orElse(centre.name()), "address", Map.of("@type", "PostalAddress",
                "streetAddress", centre.contact().street(), "postalCode", centre.contact().postcode(),
                "addressLocality", centre.contact().city(), "addressCountry", "FR")));
        event.put("organizer", Map.of("@type", "Organization", "name", centre.name(), "url", centreUrl));
        event.put("url", url);
        if (sheet.photo() != null) {
            event.put("image", centreUrl + CataloguePaths.photo(sheet.photo(), sheet.photo().width()));
        }
        return event;
    }
}
