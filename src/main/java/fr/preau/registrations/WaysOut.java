package fr.preau.registrations;

import fr.preau.messaging.Letter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ways out of what a family has: one for each of its requests, to all that is left of it. */
@Component
class WaysOut {

    private final RegistrationSheets sheets;
    private final LetterParts parts;

    WaysOut(RegistrationSheets sheets, LetterParts parts) {
        this.sheets = sheets;
        this.parts = parts;
    }

    /** For those of these that go on. */
    Letter added(Letter begun, List<RegistrationRecord> there) {
        // Who has an offer says yes or no to it.
        var requests = LetterParts.groupedBy(LetterParts.only(there, one -> one.state().isActive() && one.state() != RegistrationState.OFFERED),
                RegistrationRecord::requestId);
        var letter = begun;
        for (var own : requests) {
            var request = own.getFirst().requestId();
            var label = requests.size() == 1 ? parts.say(way(own)) : parts.say("way-of", parts.say(way(own)), parts.names(own));
            letter = letter.link(label, parts.wayOut(request, sheets.ofRequest(request)));
        }
        return letter;
    }

    private static String way(List<RegistrationRecord> own) {
        var states = own.stream().map(RegistrationRecord::state).collect(Collectors.toSet());
        return states.equals(Set.of(RegistrationState.WAITING)) ? "cancel-waiting"
                : states.equals(Set.of(RegistrationState.REQUESTED)) ? "cancel-request" : "cancel";
    }
}
