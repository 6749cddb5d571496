package fr.preau.registrations;

import fr.preau.messaging.Invitation.Purpose;
import fr.preau.messaging.Letter;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** A session is at another hour, or does not take place. */
@Component
class DateLetters {

    private final RegistrationSheets sheets;
    private final RegistrationCalendar calendar;
    private final LetterParts parts;

    DateLetters(RegistrationSheets sheets, RegistrationCalendar calendar, LetterParts parts) {
        this.sheets = sheets;
        this.calendar = calendar;
        this.parts = parts;
    }

    Optional<Letter> moved(LetterKey key) {
        var there = inSession(key, seat -> !seat.released() && !seat.cancelled());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        var first = there.getFirst();
        var letter = Letter.titled(parts.say("moved.title", first.title())).paragraph(parts.say("moved.text", first.title()))
                .fact(parts.say("new-when"), parts.full(first.seats().getFirst().startsAt())).fact(parts.say("who"), parts.names(there))
                .fact(parts.say("where"), first.place());
        var placed = LetterParts.only(there, one -> one.state().takesPlace());
        var dates = calendar.invitation(Purpose.PUBLISH, placed, RegistrationCalendar.STANDING);
        return Optional.of(dates == null ? letter : letter.invitation(dates));
    }

    Optional<Letter> cancelled(LetterKey key) {
        var there = inSession(key, SeatRecord::cancelled);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        var first = there.getFirst();
        var letter = Letter.titled(parts.say("session-cancelled.title", first.title()))
                .paragraph(parts.say("session-cancelled.text", parts.full(first.seats().getFirst().startsAt())))
                .fact(parts.say("what"), first.title()).fact(parts.say("who"), parts.names(there));
        letter = sheets.whyCancelled(key.session()).map(parts::reason).map(letter::paragraph).orElse(letter);
        if (first.sessionId() == null) {
            letter = letter.paragraph(parts.say("session-cancelled.others"));
        }
        return Optional.of(letter.invitation(Objects.requireNonNull(calendar.invitation(Purpose.CANCEL, there, seat -> true))));
    }

    /** Those of the request who sit in the letter's session, with that seat alone. */
    private List<RegistrationRecord> inSession(LetterKey key, Predicate<SeatRecord> standing) {
        var session = key.session();
        return sheets.ofRequest(key.subject()).stream()
                .map(one -> one.with(one.seats().stream().filter(seat -> seat.sessionId().equals(session) && standing.test(seat)).toList()))
                .filter(one -> !one.seats().isEmpty()).toList();
    }
}
