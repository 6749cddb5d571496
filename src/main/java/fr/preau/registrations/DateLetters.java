package fr.preau.registrations;

import fr.preau.messaging.Invitation.Purpose;
import fr.preau.messaging.Letter;
import fr.preau.registrations.KnownHours.Hours;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import fr.preau.registrations.RegistrationSheets.ChangedSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sessions are at another hour or place, or do not take place: all that one gesture of the team changed, in one letter for a family. */
@Component
class DateLetters {

    private static final Set<RegistrationState> OVER = EnumSet.of(RegistrationState.COMPLETED, RegistrationState.CLOSED);

    private final RegistrationSheets sheets;
    private final RegistrationHistories histories;
    private final RegistrationCalendar calendar;
    private final KnownHours hours;
    private final WaysOut ways;
    private final LetterParts parts;

    DateLetters(RegistrationSheets sheets, RegistrationHistories histories, RegistrationCalendar calendar, KnownHours hours, WaysOut ways, LetterParts parts) {
        this.sheets = sheets;
        this.histories = histories;
        this.calendar = calendar;
        this.hours = hours;
        this.ways = ways;
        this.parts = parts;
    }

    /** A session as it is now. */
    private record Date(Hours now, UUID session) implements Comparable<Date> {

        private static final Comparator<Date> ORDER = Comparator.<Date, Instant>comparing(date -> date.now().startsAt())
                .thenComparing(date -> date.now().endsAt()).thenComparing(date -> date.session().toString());

        @Override
        public int compareTo(Date other) {
            return ORDER.compare(this, other);
        }
    }

    /** A family's registrations with the seats that the letter is about, and those seats' sessions with who sits there. */
    private record Met(List<RegistrationRecord> there, SortedMap<Date, List<RegistrationRecord>> dates) {

        static Met in(Set<UUID> sessions, List<RegistrationRecord> all, Predicate<SeatRecord> which) {
            return in(all, which.and(seat -> sessions.contains(seat.sessionId())));
        }

        static Met in(List<RegistrationRecord> all, Predicate<SeatRecord> which) {
            var there = all.stream()
                    .map(one -> one.with(one.seats().stream().filter(which).toList()))
                    .filter(one -> !one.seats().isEmpty()).toList();
            var dates = new TreeMap<Date, List<RegistrationRecord>>();
            there.forEach(one -> one.seats().forEach(seat ->
                    dates.computeIfAbsent(new Date(Hours.of(seat), seat.sessionId()), date -> new ArrayList<>()).add(one)));
            return new Met(there, dates);
        }

        RegistrationRecord first() {
            return there.getFirst();
        }
    }

    Optional<Letter> moved(LetterKey key) {
        var sessions = ids(sheets.changedIn(key.gestureOrSession()));
        var family = sheets.ofFamily(key.subject(), sessions);
        var before = hours.before(key.gestureOrSession(), Met.in(sessions, family, RegistrationCalendar.STANDING).there());
        // What was moved back before anybody heard of it is no news, unless a deadline came earlier with it.
        boolean hasDeadline = family.stream().anyMatch(one -> one.deadline() != null);
        var met = Met.in(sessions, family, RegistrationCalendar.STANDING
                .and(seat -> hasDeadline || !Hours.of(seat).equals(before.get(seat.sessionId()))));
        if (met.there().isEmpty()) {
            return Optional.empty();
        }
        var title = met.first().title();
        int number = met.dates().size();
        var letter = Letter.titled(parts.say("moved.title", number, title)).paragraph(parts.say("moved.text", number, title));
        letter = number == 1 ? newDate(letter, met.dates().firstKey(), before)
                : letter.paragraph(parts.say("moved.dates")).list(lines(met, date -> moved(date, before)));
        letter = letter.fact(parts.say("who"), parts.names(met.there())).fact(parts.say("where"), met.first().place());
        // The old date may have suited, the new one may not.
        return Optional.of(withDates(ways.added(deadlines(letter, met.there()), met.there()), met));
    }

    private Letter newDate(Letter letter, Date date, Map<UUID, Hours> before) {
        var was = before.get(date.session());
        return was == null || was.startsAt().equals(date.now().startsAt()) ? letter.fact(parts.say("new-when"), moved(date, before))
                : letter.fact(parts.say("new-when"), parts.full(date.now().startsAt())).fact(parts.say("instead"), parts.full(was.startsAt()));
    }

    /** "jeudi 5 février 2026 à 10 h, au lieu du mardi 3 février 2026 à 14 h"; only its end may have moved. */
    private String moved(Date date, Map<UUID, Hours> before) {
        var now = date.now();
        var was = before.get(date.session());
        if (was == null || was.equals(now)) {
            return parts.full(now.startsAt());
        }
        return was.startsAt().equals(now.startsAt())
                ? parts.say("moved.until", parts.full(now.startsAt()), parts.hour(now.endsAt()), parts.hour(was.endsAt()))
                : parts.say("moved.instead", parts.full(now.startsAt()), parts.full(was.startsAt()));
    }

    /** With its sessions a deadline may have come earlier; who still has to answer reads it here, and can. */
    private Letter deadlines(Letter begun, List<RegistrationRecord> there) {
        var letter = begun;
        for (var alike : LetterParts.groupedBy(LetterParts.only(there, one -> one.deadline() != null), one -> List.of(one.state(), one.deadline()))) {
            var first = alike.getFirst();
            var deadline = Objects.requireNonNull(first.deadline());
            letter = letter.paragraph(parts.say(first.offerId() == null ? "moved.held" : "moved.offered", parts.names(alike), parts.full(deadline)));
            if (first.offerId() != null) {
                letter = letter.button(parts.say("offered.button"), parts.wayToAnswer(first.offerId(), deadline.plus(OfferLetters.AFTER_THE_DEADLINE)));
            }
        }
        return letter;
    }

    /** All that the family has to come in an activity that is somewhere else, wherever that is by now. */
    Optional<Letter> elsewhere(LetterKey key) {
        var activity = key.activity().orElseThrow();
        var active = LetterParts.only(sheets.ofFamily(key.subject(), activity), one -> one.state().isActive());
        var met = Met.in(active, RegistrationCalendar.STANDING.and(parts::isAhead));
        if (met.there().isEmpty()) {
            return Optional.empty();
        }
        var title = met.first().title();
        var letter = Letter.titled(parts.say("place-changed.title", title)).paragraph(parts.say("place-changed.text", title))
                .fact(parts.say("new-where"), met.first().place())
                .fact(parts.say("when"), parts.span(met.dates().keySet().stream().map(date -> date.now().startsAt()).distinct().toList()))
                .fact(parts.say("who"), parts.names(met.there())).link(parts.say("see"), parts.sheet(met.first()));
        return Optional.of(withDates(ways.added(letter, met.there()), met));
    }

    /** The dates of those who have a place, under the names that their calendars know. */
    private Letter withDates(Letter letter, Met met) {
        var placed = LetterParts.only(met.there(), one -> one.state().takesPlace());
        var dates = calendar.invitation(Purpose.PUBLISH, placed, RegistrationCalendar.STANDING);
        return dates == null ? letter : letter.invitation(dates);
    }

    Optional<Letter> cancelled(LetterKey key) {
        var changed = sheets.changedIn(key.gestureOrSession());
        var all = LetterParts.only(sheets.ofFamily(key.subject(), ids(changed)), one -> wasMet(key, one));
        var met = Met.in(ids(changed), all, SeatRecord::cancelled);
        if (met.there().isEmpty()) {
            return Optional.empty();
        }
        int number = met.dates().size();
        var before = hours.before(key.gestureOrSession(), met.there());
        var letter = Letter.titled(parts.say("session-cancelled.title", number, met.first().title()))
                .paragraph(parts.say("session-cancelled.text", number, known(met.dates().firstKey(), before)));
        letter = (number == 1 ? letter : letter.list(lines(met, date -> known(date, before))))
                .fact(parts.say("what"), met.first().title()).fact(parts.say("who"), parts.names(met.there()));
        letter = reason(changed).map(parts::reason).map(letter::paragraph).orElse(letter);
        if (all.stream().anyMatch(one -> one.sessionId() == null && parts.goesOn(one))) {
            letter = letter.paragraph(parts.say("session-cancelled.others"));
        }
        var dates = calendar.invitation(Purpose.CANCEL, LetterParts.only(met.there(), hadAPlace(met.there())), seat -> true);
        return Optional.of(dates == null ? letter : letter.invitation(dates));
    }

    /**
     * Who is in the series stays in it; where its last sessions are cancelled it is over, and the round may have said so before the
     * letter leaves. Otherwise those whom this gesture ended, or for a series a later one: whom the centre had cancelled before for
     * another reason is another letter's.
     */
    private static boolean wasMet(LetterKey key, RegistrationRecord one) {
        return one.state() == RegistrationState.CANCELLED_BY_CENTRE
                ? key.isAbout(one.changedAt()) || (one.sessionId() == null ? key.isBefore(one.changedAt()) : !key.saysWhen())
                : one.sessionId() == null && (one.state().isActive() || OVER.contains(one.state()));
    }

    /** Who only waited or asked has nothing in the calendar to strike out. */
    private Predicate<RegistrationRecord> hadAPlace(List<RegistrationRecord> there) {
        var ends = histories.ends(there, RegistrationState.CANCELLED_BY_CENTRE);
        return one -> (one.state() == RegistrationState.CANCELLED_BY_CENTRE ? ends.get(one.id()).from() : one.state()).takesPlace()
                || one.state() == RegistrationState.COMPLETED;
    }

    /** A date as the family knows it. */
    private String known(Date date, Map<UUID, Hours> before) {
        return parts.full(before.getOrDefault(date.session(), date.now()).startsAt());
    }

    private List<String> lines(Met met, Function<Date, String> line) {
        var lines = new LinkedHashMap<String, List<RegistrationRecord>>();
        met.dates().forEach((date, some) -> lines.computeIfAbsent(line.apply(date), first -> new ArrayList<>()).addAll(some));
        return parts.lines(lines);
    }

    private static Set<UUID> ids(List<ChangedSession> changed) {
        return changed.stream().map(ChangedSession::id).collect(Collectors.toSet());
    }

    private static Optional<String> reason(List<ChangedSession> changed) {
        return changed.stream().map(ChangedSession::reason).filter(Objects::nonNull).findFirst();
    }
}
