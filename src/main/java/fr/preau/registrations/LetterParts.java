package fr.preau.registrations;

import fr.preau.base.Moments;
import fr.preau.base.PublicAddress;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import fr.preau.messaging.Letter;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What this module's letters have in common: how they name people and dates, and the ways that they open. */
@Component
class LetterParts {

    private static final String KEYS = "registrations.letter.";
    /** A link outlives its last session by a day, so that a click is met kindly. */
    static final Duration AFTERWARDS = Duration.ofDays(1);

    private static final Pattern LINE_ENDS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");

    private final Registrations registrations;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;
    private final PublicAddress address;
    private final RetriedTransaction transactions;
    private final Clock clock;

    LetterParts(Registrations registrations, CentreService centres, Texts texts, Moments moments, PublicAddress address,
                RetriedTransaction transactions, Clock clock) {
        this.registrations = registrations;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
        this.address = address;
        this.transactions = transactions;
        this.clock = clock;
    }

    String say(String word, Object... facts) {
        return texts.say(KEYS + word, facts);
    }

    String say(WaitReason why) {
        return texts.say("registrations.wait." + why.word());
    }

    /** "La raison : Fuite d’eau". One line, whatever somebody typed. */
    String reason(String typed) {
        return say("reason", LINE_ENDS.matcher(typed).replaceAll(" ").strip());
    }

    /** "mardi 3 février 2026 à 14 h 30". */
    String full(Instant moment) {
        return moments.full(moment, centres.current().zone());
    }

    /** "14 h 30". */
    String hour(Instant moment) {
        return moments.time(moment.atZone(centres.current().zone()).toLocalTime());
    }

    /** "Lina, Sami et Amina". */
    String names(List<RegistrationRecord> some) {
        var names = some.stream().map(RegistrationRecord::personName).distinct().toList();
        return names.size() == 1 ? names.getFirst()
                : texts.say("registrations.names", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /** What, when, where. */
    Letter facts(Letter letter, RegistrationRecord one) {
        return letter.fact(say("what"), one.title()).fact(say("when"), dates(one)).fact(say("where"), one.place());
    }

    /** The same of several dates: one line for each, what and where once. */
    Letter facts(Letter letter, List<RegistrationRecord> some) {
        var first = some.getFirst();
        return some.size() == 1 ? facts(letter, first)
                : letter.list(some.stream().map(this::dates).toList()).fact(say("what"), first.title()).fact(say("where"), first.place());
    }

    /** Which dates it is about, with the names where not everybody is concerned by all of them; or that it is about the whole series. */
    Letter about(Letter letter, List<RegistrationRecord> some) {
        var dates = lines(some.stream().collect(Collectors.groupingBy(this::of, LinkedHashMap::new, Collectors.toList())));
        return dates.size() == 1 ? letter.fact(say("when"), dates.getFirst()) : letter.list(dates);
    }

    /** "mardi 3 février 2026 à 14 h 30", also when it is given back or over; of a series, what was still to come. */
    private String of(RegistrationRecord one) {
        if (one.sessionId() != null) {
            return span(one.seats().stream().map(SeatRecord::startsAt).toList());
        }
        return one.seats().stream().filter(seat -> !seat.cancelled() && seat.startsAt().isAfter(one.changedAt())).findFirst()
                .map(seat -> say("series-from", full(seat.startsAt()))).orElseGet(() -> say("series"));
    }

    /** One line for each of these dates, with the names where not everybody is concerned by all of them. */
    List<String> lines(Map<String, List<RegistrationRecord>> dates) {
        var everybody = persons(dates.values().stream().flatMap(List::stream).toList());
        return dates.entrySet().stream().map(date -> persons(date.getValue()).equals(everybody) ? date.getKey()
                : say("date-of", date.getKey(), names(date.getValue()))).toList();
    }

    private static Set<UUID> persons(List<RegistrationRecord> some) {
        return some.stream().map(RegistrationRecord::personId).collect(Collectors.toSet());
    }

    private String dates(RegistrationRecord one) {
        return span(one.dates().stream().filter(this::isAhead).map(SeatRecord::startsAt).toList());
    }

    /** "3 séances, du mardi 3 février 2026 à 14 h 30 au mardi 17 février 2026", of moments in their order. */
    String span(List<Instant> begin) {
        if (begin.isEmpty()) {
            return say("no-date");
        }
        var first = full(begin.getFirst());
        var last = moments.day(begin.getLast().atZone(centres.current().zone()).toLocalDate());
        return begin.size() == 1 ? first : say("dates", begin.size(), first, last);
    }

    /** Whether somebody can still come to it. */
    boolean isAhead(SeatRecord seat) {
        return seat.endsAt().isAfter(clock.instant());
    }

    /** Whether it goes on: somebody still comes to a date of it. */
    boolean goesOn(RegistrationRecord one) {
        return one.state().isActive() && one.dates().stream().anyMatch(this::isAhead);
    }

    /** The activity's public page. */
    String sheet(RegistrationRecord one) {
        return address.of("/centres/" + centres.current().slug() + "/activites/" + one.slug());
    }

    /** A page on which registrations of this request can be given up without signing in. */
    String wayOut(UUID request, List<RegistrationRecord> all) {
        var last = all.stream().flatMap(one -> one.seats().stream()).map(SeatRecord::endsAt).max(Instant::compareTo).orElse(clock.instant());
        return address.of("/centres/" + centres.current().slug() + "/annuler/" + token(LetterToken.Purpose.CANCEL, request, last.plus(AFTERWARDS)));
    }

    /** A page on which this offer can be answered without signing in. */
    String wayToAnswer(UUID offer, Instant until) {
        return address.of("/centres/" + centres.current().slug() + "/place/" + token(LetterToken.Purpose.OFFER, offer, until));
    }

    private String token(LetterToken.Purpose purpose, UUID subject, Instant until) {
        var token = LetterToken.next();
        transactions.run(() -> registrations.add(new LetterToken(token, purpose, subject, clock.instant(), until)));
        return token;
    }

    static <K> List<List<RegistrationRecord>> groupedBy(List<RegistrationRecord> some, Function<RegistrationRecord, K> key) {
        Map<K, List<RegistrationRecord>> groups = some.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(groups.values());
    }

    static List<RegistrationRecord> only(List<RegistrationRecord> all, Predicate<RegistrationRecord> which) {
        return all.stream().filter(which).toList();
    }
}
