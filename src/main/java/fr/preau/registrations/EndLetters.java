package fr.preau.registrations;

import fr.preau.messaging.Invitation.Purpose;
import fr.preau.messaging.Letter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Something ended: who, of which dates, by whom and why, truly. */
@Component
class EndLetters {

    private final RegistrationSheets sheets;
    private final RegistrationHistories histories;
    private final RegistrationCalendar calendar;
    private final LetterParts parts;

    EndLetters(RegistrationSheets sheets, RegistrationHistories histories, RegistrationCalendar calendar, LetterParts parts) {
        this.sheets = sheets;
        this.histories = histories;
        this.calendar = calendar;
        this.parts = parts;
    }

    /** What ended in this way at the instant of the letter. */
    Optional<Letter> ended(LetterKey key, RegistrationState as) {
        var ends = histories.ends(key.subject(), as);
        var all = sheets.ofRequest(key.subject());
        var over = LetterParts.only(all, one -> one.state() == as && key.isAbout(one.changedAt())
                && isAbout(key.kind(), ends.get(one.id())) && !isTakenBack(one, all));
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var first = over.getFirst();
        // Places, then turns in the list, then requests: the order of the words.
        var said = new TreeMap<>(over.stream().collect(Collectors.groupingBy(one -> word(key.kind(), ends.get(one.id()).from()))));
        var letter = Letter.titled(parts.say(said.firstKey() + ".title", first.title()));
        for (var alike : said.entrySet()) {
            var some = alike.getValue();
            letter = parts.about(letter.paragraph(parts.say(alike.getKey() + ".text", parts.names(some), dates(some))), some);
        }
        letter = reason(ends.get(first.id()), as).map(parts::reason).map(letter::paragraph).orElse(letter);
        if (isCancelled(as) && all.stream().anyMatch(one -> !over.contains(one) && parts.goesOn(one))) {
            letter = letter.paragraph(parts.say("others-stay"));
        }
        letter = letter.button(parts.say("see"), parts.sheet(first));
        // Who only waited or asked has nothing in the calendar to strike out; who asks again has seats that are not released.
        var struck = LetterParts.only(over, one -> ends.get(one.id()).from().takesPlace());
        return Optional.of(struckOut(letter, struck,
                as == RegistrationState.REQUESTED ? RegistrationCalendar.STANDING : RegistrationCalendar.RELEASED));
    }

    /** Whether the family or the centre took its cancellation back before the letter left: she stands in the same request again, in a new row. */
    private static boolean isTakenBack(RegistrationRecord end, List<RegistrationRecord> all) {
        return isCancelled(end.state()) && all.stream().anyMatch(one -> one.state().isActive()
                && one.personId().equals(end.personId()) && Objects.equals(one.sessionId(), end.sessionId()));
    }

    /** A list that closes and a request that nobody answered end in the same state, and so do an offer and a hold. */
    private static boolean isAbout(LetterKind kind, HistoryLine end) {
        return switch (kind) {
            case LIST_CLOSED -> end.from() != RegistrationState.REQUESTED;
            case REQUEST_CLOSED -> end.from() == RegistrationState.REQUESTED;
            case HOLD_EXPIRED -> end.from() == RegistrationState.PRE_REGISTERED;
            default -> true;
        };
    }

    /** For how many dates it is said; none for whole series. */
    private static long dates(List<RegistrationRecord> some) {
        return some.stream().map(RegistrationRecord::sessionId).filter(Objects::nonNull).distinct().count();
    }

    private static boolean isCancelled(RegistrationState as) {
        return as == RegistrationState.CANCELLED_BY_FAMILY || as == RegistrationState.CANCELLED_BY_CENTRE;
    }

    /** Who left the list, or withdrew a request, had no registration that could be cancelled. */
    private static String word(LetterKind kind, RegistrationState from) {
        return switch (kind) {
            case CANCELLED_BY_FAMILY -> "cancelled" + what(from);
            case CANCELLED_BY_CENTRE -> "cancelled-by-centre" + what(from);
            case PERSON_REMOVED -> "person-removed" + what(from);
            case REFUSED -> "refused";
            case LIST_CLOSED -> "closed";
            case REQUEST_CLOSED -> "request-closed";
            case REQUEST_REOPENED -> "request-reopened";
            case HOLD_EXPIRED -> "hold-expired";
            default -> throw new IllegalArgumentException("Not about an end: " + kind);
        };
    }

    private static String what(RegistrationState from) {
        return switch (from) {
            case WAITING -> "-list";
            case REQUESTED -> "-request";
            default -> "";
        };
    }

    /** A reason is passed on when the centre decided; what a family said at the desk is not told back to it. */
    private static Optional<String> reason(HistoryLine end, RegistrationState as) {
        return as == RegistrationState.CANCELLED_BY_CENTRE || as == RegistrationState.REFUSED ? Optional.ofNullable(end.reason()) : Optional.empty();
    }

    /** Whom of the family the end of the activity met; what the centre had ended before is another letter's. */
    Optional<Letter> activityCancelled(LetterKey key) {
        var all = key.activity().map(activity -> sheets.ofFamily(key.subject(), activity)).orElseGet(() -> sheets.ofRequest(key.subject()));
        var over = LetterParts.only(all, one -> one.state() == RegistrationState.CANCELLED_BY_CENTRE
                && (key.isAboutAll() || key.isAbout(one.changedAt())));
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var ends = histories.ends(over, RegistrationState.CANCELLED_BY_CENTRE);
        var letter = Letter.titled(parts.say("activity-cancelled.title", over.getFirst().title()))
                .paragraph(parts.say("activity-cancelled.text", over.getFirst().title()));
        letter = Optional.ofNullable(ends.get(over.getFirst().id()).reason()).map(parts::reason).map(letter::paragraph).orElse(letter);
        var said = new TreeMap<>(over.stream().collect(Collectors.groupingBy(one -> "activity-cancelled.names" + what(ends.get(one.id()).from()))));
        for (var alike : said.entrySet()) {
            letter = letter.paragraph(parts.say(alike.getKey(), parts.names(alike.getValue())));
        }
        var struck = LetterParts.only(over, one -> ends.get(one.id()).from().takesPlace());
        return Optional.of(struckOut(letter, struck, RegistrationCalendar.RELEASED));
    }

    private Letter struckOut(Letter letter, List<RegistrationRecord> some, Predicate<RegistrationRecord.SeatRecord> which) {
        var dates = calendar.invitation(Purpose.CANCEL, some, which);
        return dates == null ? letter : letter.invitation(dates);
    }
}
