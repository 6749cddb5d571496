package fr.preau.registrations;

import fr.preau.base.Moments;
import fr.preau.base.PublicAddress;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Texts;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Invitation.Purpose;
import fr.preau.messaging.Letter;
import fr.preau.messaging.LetterWriter;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes this module's letters from what is true when they leave. What has become untrue is not written: an offer that was
 * answered, a confirmation of what was cancelled since. A letter to who waits never says "confirmée".
 */
@Component
class RegistrationLetters implements LetterWriter {

    private static final String KEYS = "registrations.letter.";
    /** A link outlives its last session by a day, so that a click is met kindly. */
    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final RegistrationSheets sheets;
    private final Registrations registrations;
    private final RegistrationCalendar calendar;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;
    private final PublicAddress address;
    private final RetriedTransaction transactions;
    private final Clock clock;

    RegistrationLetters(RegistrationSheets sheets, Registrations registrations, RegistrationCalendar calendar, CentreService centres,
                        Texts texts, Moments moments, PublicAddress address, RetriedTransaction transactions, Clock clock) {
        this.sheets = sheets;
        this.registrations = registrations;
        this.calendar = calendar;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
        this.address = address;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public boolean writes(String kind) {
        return LetterKind.of(kind).isPresent();
    }

    @Override
    public Optional<Letter> write(Envelope envelope) {
        var key = LetterKey.read(envelope);
        return switch (key.kind()) {
            case CONFIRMED, HELD, WAITING, PARTLY -> received(key);
            case PLACE_OFFERED -> offered(key.subject());
            case OFFER_EXPIRED, OFFER_DECLINED -> offerEnded(key);
            case HOLD_EXPIRED -> ended(key, RegistrationState.EXPIRED);
            case CANCELLED_BY_FAMILY -> ended(key, RegistrationState.CANCELLED_BY_FAMILY);
            case CANCELLED_BY_CENTRE -> ended(key, RegistrationState.CANCELLED_BY_CENTRE);
            case REFUSED -> ended(key, RegistrationState.REFUSED);
            case LIST_CLOSED -> ended(key, RegistrationState.CLOSED);
            case ACTIVITY_CANCELLED -> activityCancelled(key);
            case SESSION_MOVED -> sessionMoved(key);
            case SESSION_CANCELLED -> sessionCancelled(key);
        };
    }

    /** What became of a request, as it stands now: those who have a place, then those who wait. */
    private Optional<Letter> received(LetterKey key) {
        var all = sheets.ofRequest(key.subject());
        var placed = only(all, one -> one.state() == RegistrationState.CONFIRMED || one.state() == RegistrationState.PRE_REGISTERED);
        var waiting = only(all, one -> one.state() == RegistrationState.WAITING);
        if (key.kind() == LetterKind.WAITING ? waiting.isEmpty() : placed.isEmpty()) {
            return Optional.empty();
        }
        boolean aboutPlaces = key.kind() != LetterKind.WAITING;
        var first = (aboutPlaces ? placed : waiting).getFirst();
        boolean held = aboutPlaces && first.state() == RegistrationState.PRE_REGISTERED;
        var letter = Letter.titled(say(aboutPlaces ? held ? "held.title" : "confirmed.title" : "waiting.title", first.title()));
        if (aboutPlaces) {
            letter = places(letter, placed);
        }
        if (key.kind() == LetterKind.WAITING || key.kind() == LetterKind.PARTLY) {
            letter = list(letter, waiting);
        }
        letter = letter.fact(say("code"), first.code());
        var way = address.of("/centres/" + centre().slug() + "/annuler/" + cancelToken(key.subject(), all));
        if (aboutPlaces && !first.dates().isEmpty()) {
            letter = letter.link(say("calendar.link"), way + "/agenda.ics");
        }
        letter = letter.link(say(aboutPlaces ? "cancel" : "cancel-waiting"), way);
        var dates = aboutPlaces ? calendar.invitation(Purpose.PUBLISH, placed, RegistrationCalendar.STANDING) : null;
        return Optional.of(dates == null ? letter : letter.invitation(dates));
    }

    private Letter places(Letter begun, List<RegistrationRecord> placed) {
        var letter = begun;
        for (var together : byDate(placed)) {
            var first = together.getFirst();
            letter = letter.paragraph(standing(first, names(together)));
            if (first.deadline() != null) {
                letter = letter.paragraph(say("held.until", moments.full(first.deadline(), zone())));
            }
            letter = facts(letter, first);
        }
        return letter;
    }

    private String standing(RegistrationRecord one, String names) {
        if (one.state() != RegistrationState.PRE_REGISTERED) {
            return say("confirmed.text", names);
        }
        return one.missing() == null ? say("held.text", names) : say("held.missing", names, one.missing());
    }

    private Letter list(Letter begun, List<RegistrationRecord> waiting) {
        var letter = begun;
        for (var party : groupedBy(waiting, RegistrationRecord::partyId)) {
            var first = party.getFirst();
            letter = letter.paragraph(say("waiting.text", names(party), first.rank()));
            if (first.waits() != null) {
                letter = letter.paragraph(texts.say("registrations.wait." + first.waits().word()));
            }
            letter = facts(letter, first);
        }
        return waiting.isEmpty() ? letter : letter.paragraph(say("waiting.order")).paragraph(say("waiting.next"));
    }

    private Letter facts(Letter letter, RegistrationRecord one) {
        return letter.fact(say("what"), one.title()).fact(say("when"), dates(one)).fact(say("where"), one.place());
    }

    private String dates(RegistrationRecord one) {
        var ahead = one.dates();
        if (ahead.isEmpty()) {
            return say("no-date");
        }
        var first = moments.full(ahead.getFirst().startsAt(), zone());
        return ahead.size() == 1 ? first : say("dates", ahead.size(), first,
                moments.day(ahead.getLast().startsAt().atZone(zone()).toLocalDate()));
    }

    private Optional<Letter> offered(UUID id) {
        var offer = transactions.call(() -> registrations.offer(id)).filter(found -> found.isOpenAt(clock.instant()));
        if (offer.isEmpty()) {
            return Optional.empty();
        }
        var party = only(sheets.ofParty(offer.get().partyId()), one -> one.state() == RegistrationState.OFFERED);
        var first = party.getFirst();
        var letter = Letter.titled(say("offered.title", first.title())).paragraph(say("offered.text", party.size(), names(party)));
        letter = facts(letter, first);
        var deadline = offer.get().deadline();
        if (deadline != null) {
            letter = letter.paragraph(say("offered.deadline", moments.full(deadline, zone())));
        }
        var token = token(LetterToken.Purpose.OFFER, id, deadline == null ? clock.instant().plus(Duration.ofDays(30)) : deadline.plus(Duration.ofDays(7)));
        return Optional.of(letter.button(say("offered.button"), address.of("/centres/" + centre().slug() + "/place/" + token)));
    }

    private Optional<Letter> offerEnded(LetterKey key) {
        var offer = transactions.call(() -> registrations.offer(key.subject()));
        return offer.flatMap(ended -> sheets.ofParty(ended.partyId()).stream().findFirst()).map(first -> {
            boolean declined = key.kind() == LetterKind.OFFER_DECLINED;
            var letter = Letter.titled(say(declined ? "declined.title" : "expired.title", first.title()));
            return declined ? letter.paragraph(say("declined.text"))
                    : letter.paragraph(say("expired.text", first.title())).paragraph(say("expired.next")).button(say("see"), sheet(first));
        });
    }

    /** Something ended at one instant: who and why, truly. */
    private Optional<Letter> ended(LetterKey key, RegistrationState as) {
        var over = only(sheets.ofRequest(key.subject()), one -> one.state() == as && key.isAbout(one.changedAt()));
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var first = over.getFirst();
        var word = switch (as) {
            case CANCELLED_BY_FAMILY -> "cancelled";
            case CANCELLED_BY_CENTRE -> "cancelled-by-centre";
            case REFUSED -> "refused";
            case CLOSED -> "closed";
            default -> "hold-expired";
        };
        var letter = Letter.titled(say(word + ".title", first.title())).paragraph(say(word + ".text", names(over)));
        letter = reasonOf(first, as).map(reason -> say("reason", reason)).map(letter::paragraph).orElse(letter);
        var dates = calendar.invitation(Purpose.CANCEL, over, RegistrationCalendar.RELEASED);
        letter = letter.button(say("see"), sheet(first));
        return Optional.of(dates == null ? letter : letter.invitation(dates));
    }

    /** A reason is passed on when the centre decided; what a family said at the desk is not told back to it. */
    private Optional<String> reasonOf(RegistrationRecord one, RegistrationState as) {
        if (as != RegistrationState.CANCELLED_BY_CENTRE && as != RegistrationState.REFUSED) {
            return Optional.empty();
        }
        return sheets.history(one.requestId()).stream().filter(line -> line.registration().equals(one.id()) && line.to() == as)
                .map(HistoryLine::reason).filter(Objects::nonNull).findFirst();
    }

    private Optional<Letter> activityCancelled(LetterKey key) {
        var over = only(sheets.ofRequest(key.subject()), one -> one.state() == RegistrationState.CANCELLED_BY_CENTRE);
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var letter = Letter.titled(say("activity-cancelled.title", over.getFirst().title()))
                .paragraph(say("activity-cancelled.text", over.getFirst().title())).paragraph(say("activity-cancelled.names", names(over)));
        var dates = calendar.invitation(Purpose.CANCEL, over, RegistrationCalendar.RELEASED);
        return Optional.of(dates == null ? letter : letter.invitation(dates));
    }

    private Optional<Letter> sessionMoved(LetterKey key) {
        var there = inSession(key, seat -> !seat.released() && !seat.cancelled());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        var first = there.getFirst();
        var letter = Letter.titled(say("moved.title", first.title())).paragraph(say("moved.text", first.title()))
                .fact(say("new-when"), moments.full(first.seats().getFirst().startsAt(), zone())).fact(say("who"), names(there))
                .fact(say("where"), first.place());
        var placed = only(there, one -> one.state().takesPlace());
        var dates = calendar.invitation(Purpose.PUBLISH, placed, RegistrationCalendar.STANDING);
        return Optional.of(dates == null ? letter : letter.invitation(dates));
    }

    private Optional<Letter> sessionCancelled(LetterKey key) {
        var there = inSession(key, SeatRecord::cancelled);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        var first = there.getFirst();
        var letter = Letter.titled(say("session-cancelled.title", first.title()))
                .paragraph(say("session-cancelled.text", moments.full(first.seats().getFirst().startsAt(), zone())))
                .fact(say("what"), first.title()).fact(say("who"), names(there));
        if (first.sessionId() == null) {
            letter = letter.paragraph(say("session-cancelled.others"));
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

    private String cancelToken(UUID request, List<RegistrationRecord> all) {
        var last = all.stream().flatMap(one -> one.seats().stream()).map(SeatRecord::endsAt).max(Instant::compareTo).orElse(clock.instant());
        return token(LetterToken.Purpose.CANCEL, request, last.plus(AFTERWARDS));
    }

    private String token(LetterToken.Purpose purpose, UUID subject, Instant until) {
        var token = LetterToken.next();
        transactions.run(() -> registrations.add(new LetterToken(token, purpose, subject, clock.instant(), until)));
        return token;
    }

    private String sheet(RegistrationRecord one) {
        return address.of("/centres/" + centre().slug() + "/activites/" + one.slug());
    }

    private List<List<RegistrationRecord>> byDate(List<RegistrationRecord> some) {
        return groupedBy(some, one -> Optional.ofNullable(one.sessionId()));
    }

    private static <K> List<List<RegistrationRecord>> groupedBy(List<RegistrationRecord> some, Function<RegistrationRecord, K> key) {
        Map<K, List<RegistrationRecord>> groups = some.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }

    private static List<RegistrationRecord> only(List<RegistrationRecord> all, Predicate<RegistrationRecord> which) {
        return all.stream().filter(which).toList();
    }

    /** "Lina, Sami et Amina". */
    private String names(List<RegistrationRecord> some) {
        var names = some.stream().map(RegistrationRecord::personName).distinct().toList();
        return names.size() == 1 ? names.getFirst()
                : texts.say("registrations.names", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    private String say(String word, Object... facts) {
        return texts.say(KEYS + word, facts);
    }

    private CentreRecord centre() {
        return centres.current();
    }

    private ZoneId zone() {
        return centre().zone();
    }
}
