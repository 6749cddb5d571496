package fr.preau.registrations;

import fr.preau.messaging.Invitation.Purpose;
import fr.preau.messaging.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of a request, as it stands when the letter leaves: those who have a place, then those who wait. */
@Component
class RequestLetters {

    private final RegistrationSheets sheets;
    private final RegistrationHistories histories;
    private final RegistrationCalendar calendar;
    private final LetterParts parts;

    RequestLetters(RegistrationSheets sheets, RegistrationHistories histories, RegistrationCalendar calendar, LetterParts parts) {
        this.sheets = sheets;
        this.histories = histories;
        this.calendar = calendar;
        this.parts = parts;
    }

    /** A request with those of its registrations that have a place, wait, or have no answer yet. */
    private record Request(List<RegistrationRecord> all, List<RegistrationRecord> placed, List<RegistrationRecord> waiting,
                           List<RegistrationRecord> asked) {
    }

    private Request request(LetterKey key) {
        var all = sheets.ofRequest(key.subject());
        return new Request(all,
                LetterParts.only(all, one -> one.state() == RegistrationState.CONFIRMED || one.state() == RegistrationState.PRE_REGISTERED),
                LetterParts.only(all, one -> one.state() == RegistrationState.WAITING),
                LetterParts.only(all, one -> one.state() == RegistrationState.REQUESTED));
    }

    Optional<Letter> places(LetterKey key) {
        var request = request(key);
        return request.placed().isEmpty() ? Optional.empty() : Optional.of(ways(places(placesTitle(request), request), request));
    }

    Optional<Letter> placesAndList(LetterKey key) {
        var request = request(key);
        return request.placed().isEmpty() ? Optional.empty() : Optional.of(ways(list(places(placesTitle(request), request), request), request));
    }

    Optional<Letter> list(LetterKey key) {
        var request = request(key);
        if (request.waiting().isEmpty()) {
            return Optional.empty();
        }
        var letter = Letter.titled(parts.say("waiting.title", request.waiting().getFirst().title()));
        return Optional.of(way("cancel-waiting", list(letter, request), request));
    }

    /** The request has arrived; nobody has a place, and it says so. */
    Optional<Letter> asked(LetterKey key) {
        var request = request(key);
        if (request.asked().isEmpty()) {
            return Optional.empty();
        }
        var letter = Letter.titled(parts.say("requested.title", request.asked().getFirst().title()));
        for (var alike : alike(request.asked())) {
            letter = parts.facts(letter.paragraph(parts.say("requested.text", alike.names())), alike.dates());
        }
        return Optional.of(way("cancel-request", letter.paragraph(parts.say("requested.approval")).paragraph(parts.say("requested.next")), request));
    }

    /** The team said yes: to a place, or to a turn in the list. A yes that was taken back since is not told. */
    Optional<Letter> accepted(LetterKey key) {
        var request = request(key);
        var accepted = request.placed().isEmpty() ? request.waiting() : request.placed();
        if (accepted.isEmpty() || isTakenBack(key)) {
            return Optional.empty();
        }
        var letter = Letter.titled(parts.say("accepted.title", accepted.getFirst().title())).paragraph(parts.say("accepted.text"));
        var told = list(request.placed().isEmpty() ? letter : places(letter, request), request);
        return Optional.of(request.placed().isEmpty() ? way("cancel-waiting", told, request) : ways(told, request));
    }

    /** Whether everybody whom this yes was about was put back among the requests later; a second yes has a letter of its own. */
    private boolean isTakenBack(LetterKey key) {
        var history = histories.of(key.subject());
        var about = history.stream().filter(line -> line.from() == RegistrationState.REQUESTED && key.isAbout(line.happenedAt())).toList();
        return !about.isEmpty() && about.stream().allMatch(yes -> history.stream().anyMatch(line -> line.registration().equals(yes.registration())
                && line.to() == RegistrationState.REQUESTED && line.happenedAt().isAfter(yes.happenedAt())));
    }

    private Letter placesTitle(Request request) {
        var first = request.placed().getFirst();
        return Letter.titled(parts.say(first.state() == RegistrationState.PRE_REGISTERED ? "held.title" : "confirmed.title", first.title()));
    }

    private Letter places(Letter begun, Request request) {
        var letter = begun;
        for (var alike : alike(request.placed())) {
            letter = letter.paragraph(standing(alike.names(), alike.said()));
            if (alike.said().deadline() != null) {
                letter = letter.paragraph(parts.say("held.until", parts.full(alike.said().deadline())));
            }
            letter = parts.facts(letter, alike.dates());
        }
        return letter;
    }

    private String standing(String names, Said of) {
        if (of.state() != RegistrationState.PRE_REGISTERED) {
            return parts.say("confirmed.text", names);
        }
        return of.missing() == null ? parts.say("held.text", names) : parts.say("held.missing", names, of.missing());
    }

    private Letter list(Letter begun, Request request) {
        var letter = begun;
        for (var party : LetterParts.groupedBy(request.waiting(), RegistrationRecord::partyId)) {
            var first = party.getFirst();
            letter = letter.paragraph(parts.say("waiting.text", parts.names(party), first.rank()));
            if (first.waits() != null) {
                letter = letter.paragraph(parts.say(first.waits()));
            }
            letter = parts.facts(letter, first);
        }
        return request.waiting().isEmpty() ? letter : letter.paragraph(parts.say("waiting.order")).paragraph(parts.say("waiting.next"));
    }

    /** The code, the dates for the calendar, and the way out. */
    private Letter ways(Letter begun, Request request) {
        var first = request.placed().getFirst();
        var letter = begun.fact(parts.say("code"), first.code());
        var way = parts.wayOut(first.requestId(), request.all());
        if (!first.dates().isEmpty()) {
            letter = letter.link(parts.say("calendar.link"), way + "/agenda.ics");
        }
        letter = letter.link(parts.say("cancel"), way);
        var dates = calendar.invitation(Purpose.PUBLISH, request.placed(), RegistrationCalendar.STANDING);
        return dates == null ? letter : letter.invitation(dates);
    }

    /** The code and the way out, for who has no place yet. */
    private Letter way(String word, Letter letter, Request request) {
        var first = request.all().getFirst();
        return letter.fact(parts.say("code"), first.code()).link(parts.say(word), parts.wayOut(first.requestId(), request.all()));
    }

    /** What there is to say of some people, and the dates of which it is so. */
    private record Alike(String names, Said said, List<RegistrationRecord> dates) {
    }

    private record Said(Set<UUID> persons, RegistrationState state, @Nullable Instant deadline, @Nullable String missing) {

        static Said of(List<RegistrationRecord> together) {
            var first = together.getFirst();
            return new Said(together.stream().map(RegistrationRecord::personId).collect(Collectors.toSet()), first.state(), first.deadline(), first.missing());
        }
    }

    /** Those of one date together; and dates together of which the same is to be said, so that it is said once. */
    private List<Alike> alike(List<RegistrationRecord> some) {
        var dates = new LinkedHashMap<Said, Alike>();
        for (var together : LetterParts.groupedBy(some, one -> Optional.ofNullable(one.sessionId()))) {
            var said = Said.of(together);
            dates.computeIfAbsent(said, first -> new Alike(parts.names(together), first, new ArrayList<>())).dates().add(together.getFirst());
        }
        dates.values().forEach(one -> one.dates().sort(Comparator.comparing(RequestLetters::begins)));
        return List.copyOf(dates.values());
    }

    private static Instant begins(RegistrationRecord one) {
        return one.seats().isEmpty() ? Instant.MAX : one.seats().getFirst().startsAt();
    }
}
