package fr.preau.registrations;

import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;
import static fr.preau.base.IdColumns.id;
import static fr.preau.base.IdColumns.idOrNull;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.messaging.LetterFates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever does not read that a date is cancelled or moved, or that the answer was yes, stands before a closed door or stays at home: where
 * the letter came back and a telephone is known, reception calls. An offer is kept until somebody has called, whoever has a telephone
 * ({@link RoundQueries#offersOfWhichNobodyWillHear}). The SQL reads only and names the centre.
 */
@Component
class ReturnedLetters {

    /** Longer than a letter is tried. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** What matters before the date; of a list or an offer that is over nobody waits at the door. */
    private static final Map<LetterKind, CallReason> CALLS = Map.of(
            LetterKind.SESSION_MOVED, CallReason.DATE_CHANGED,
            LetterKind.SESSION_CANCELLED, CallReason.DATE_CHANGED,
            LetterKind.ACTIVITY_CANCELLED, CallReason.DATE_CHANGED,
            LetterKind.PLACE_CHANGED, CallReason.PLACE_CHANGED,
            LetterKind.CANCELLED_BY_CENTRE, CallReason.CANCELLED_BY_CENTRE,
            LetterKind.HOLD_EXPIRED, CallReason.HOLD_EXPIRED,
            LetterKind.REQUEST_ACCEPTED, CallReason.REQUEST_ACCEPTED);

    /** A letter that came back, and the family's requests of which a date is still to come. */
    record Returned(LetterKey letter, Set<UUID> requests) {
    }

    /** A date to come of a family to which a letter about one of its requests came back. */
    private record Ahead(UUID subject, UUID request, UUID activity, RegistrationState state, Instant changedAt, boolean released,
                         boolean cancelled, @Nullable UUID gesture) {

        boolean isOf(LetterKey letter) {
            return switch (letter.kind()) {
                case SESSION_MOVED -> isStillTo() && letter.gestureOrSession().equals(gesture);
                case SESSION_CANCELLED -> cancelled && letter.gestureOrSession().equals(gesture)
                        && (state.isActive() || state == RegistrationState.CANCELLED_BY_CENTRE);
                case PLACE_CHANGED -> isStillTo() && letter.activity().filter(activity::equals).isPresent();
                case ACTIVITY_CANCELLED -> letter.activity().filter(activity::equals).isPresent()
                        && isStep(letter, RegistrationState.CANCELLED_BY_CENTRE);
                case CANCELLED_BY_CENTRE -> isAbout(letter) && isStep(letter, RegistrationState.CANCELLED_BY_CENTRE);
                case HOLD_EXPIRED -> isAbout(letter) && isStep(letter, RegistrationState.EXPIRED);
                case REQUEST_ACCEPTED -> isAbout(letter) && state.isActive() && letter.isAbout(changedAt);
                default -> false;
            };
        }

        /** Whether somebody comes to it, or hopes to. */
        private boolean isStillTo() {
            return !released && !cancelled;
        }

        private boolean isAbout(LetterKey letter) {
            return request.equals(letter.subject());
        }

        private boolean isStep(LetterKey letter, RegistrationState to) {
            return state == to && letter.isAbout(changedAt);
        }
    }

    private final JdbcClient database;
    private final LetterFates letters;
    private final GroupBooks books;
    private final Registrations registrations;
    private final RetriedTransaction transactions;

    ReturnedLetters(JdbcClient database, LetterFates letters, GroupBooks books, Registrations registrations, RetriedTransaction transactions) {
        this.database = database;
        this.letters = letters;
        this.books = books;
        this.registrations = registrations;
        this.transactions = transactions;
    }

    /** Those about which nobody was to call yet: three statements, and one more for each that is left. */
    List<Returned> toCallAbout(Instant now) {
        var kinds = CALLS.keySet().stream().map(LetterKind::kind).toList();
        var unread = withoutACall(letters.keysGivenUp(kinds, now.minus(LATELY)).stream().map(LetterKey::read).collect(Collectors.toSet()));
        if (unread.isEmpty()) {
            return List.of();
        }
        var ahead = ahead(unread, now).stream().collect(Collectors.groupingBy(Ahead::subject));
        return unread.stream().map(letter -> new Returned(letter, ahead.getOrDefault(letter.subject(), List.of()).stream()
                        .filter(one -> one.isOf(letter)).map(Ahead::request).collect(Collectors.toSet())))
                .filter(one -> !one.requests().isEmpty() && !letters.mayBeRead(one.letter().toAnyAddress())).toList();
    }

    /** Under the group's lock: two rounds at once are one call. */
    void call(Returned returned) {
        var letter = returned.letter();
        transactions.call(() -> registrations.request(letter.subject())).ifPresent(first -> transactions.run(() ->
                books.open(first.groupId()).filter(book -> !withoutACall(Set.of(letter)).isEmpty()).ifPresent(book ->
                        returned.requests().forEach(request -> registrations.add(new CallTask(CALLS.get(letter.kind()), request,
                                first.householdId(), null, letter.gesture().orElse(null), letter.when().orElse(book.now())))))));
    }

    private Set<LetterKey> withoutACall(Set<LetterKey> some) {
        record Known(UUID subject, CallReason about, @Nullable UUID gesture, Instant when) {

            boolean isOf(LetterKey letter) {
                return letter.subject().equals(subject) && CALLS.get(letter.kind()) == about
                        && letter.gesture().map(one -> one.equals(gesture)).orElseGet(() -> letter.isAbout(when));
            }
        }
        var known = some.isEmpty() ? List.<Known>of() : database.sql("""
                SELECT q.id, t.about, t.gesture, t.created_at FROM registration_request q
                JOIN call_task t ON t.centre_id = q.centre_id AND t.household_id = q.household_id
                WHERE q.centre_id = :centre AND q.id IN (:requests)""")
                .param("centre", CurrentCentre.require()).param("requests", subjects(some))
                .query((row, number) -> new Known(id(row, "id"), CallReason.valueOf(row.getString("about")), idOrNull(row, "gesture"),
                        instant(row, "created_at"))).list();
        return some.stream().filter(letter -> known.stream().noneMatch(call -> call.isOf(letter))).collect(Collectors.toSet());
    }

    /** Nothing of those whom nobody could call, and of nobody who stands in the same request again. */
    private List<Ahead> ahead(Collection<LetterKey> some, Instant now) {
        return database.sql("""
                SELECT DISTINCT q.id AS subject, r.request_id, g.activity_id, r.state, r.changed_at, s.standing, d.status, d.last_gesture
                FROM registration_request q
                JOIN registration r ON r.centre_id = q.centre_id AND r.household_id = q.household_id
                JOIN activity_group g ON g.centre_id = r.centre_id AND g.id = r.group_id
                JOIN seat s ON s.centre_id = r.centre_id AND s.registration_id = r.id
                JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id AND d.starts_at > :now
                WHERE q.centre_id = :centre AND q.id IN (:requests)
                  AND EXISTS (SELECT 1 FROM contact_point c WHERE c.centre_id = q.centre_id AND c.household_id = q.household_id
                    AND c.kind = 'PHONE' AND %s)
                  AND NOT EXISTS (SELECT 1 FROM registration b WHERE b.centre_id = r.centre_id AND b.request_id = r.request_id
                    AND b.person_id = r.person_id AND b.session_id <=> r.session_id AND b.changed_at > r.changed_at)"""
                .formatted(ContactsNow.OF_NOBODY_WHO_LEFT))
                .param("centre", CurrentCentre.require()).param("requests", subjects(some)).param("now", utc(now))
                .query(ReturnedLetters::date).list();
    }

    private static Ahead date(ResultSet row, int number) throws SQLException {
        return new Ahead(id(row, "subject"), id(row, "request_id"), id(row, "activity_id"), RegistrationState.valueOf(row.getString("state")),
                instant(row, "changed_at"), row.getString("standing").equals("RELEASED"), row.getString("status").equals("CANCELLED"),
                idOrNull(row, "last_gesture"));
    }

    private static Set<UUID> subjects(Collection<LetterKey> some) {
        return some.stream().map(LetterKey::subject).collect(Collectors.toSet());
    }
}
