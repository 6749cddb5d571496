package fr.preau.registrations;

import fr.preau.base.RetriedTransaction;
import fr.preau.messaging.Letter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A place became free: what is asked, and what became of it. */
@Component
class OfferLetters {

    /** An answer that comes late is met kindly for so long. */
    static final Duration AFTER_THE_DEADLINE = Duration.ofDays(7);
    private static final Duration WITHOUT_A_DEADLINE = Duration.ofDays(30);

    private final Registrations registrations;
    private final RegistrationSheets sheets;
    private final LetterParts parts;
    private final RetriedTransaction transactions;
    private final Clock clock;

    OfferLetters(Registrations registrations, RegistrationSheets sheets, LetterParts parts, RetriedTransaction transactions, Clock clock) {
        this.registrations = registrations;
        this.sheets = sheets;
        this.parts = parts;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Letter> made(LetterKey key) {
        return offer(key).filter(offer -> offer.isOpenAt(clock.instant())).map(this::made);
    }

    private Letter made(PlaceOffer offer) {
        var party = LetterParts.only(sheets.ofParty(offer.partyId()), one -> one.state() == RegistrationState.OFFERED);
        var first = party.getFirst();
        var letter = parts.facts(Letter.titled(parts.say("offered.title", first.title()))
                .paragraph(parts.say("offered.text", party.size(), parts.names(party))), first);
        var deadline = offer.deadline();
        if (deadline != null) {
            letter = letter.paragraph(parts.say("offered.deadline", parts.full(deadline)));
        }
        return letter.button(parts.say("offered.button"), parts.wayToAnswer(offer.id(),
                deadline == null ? clock.instant().plus(WITHOUT_A_DEADLINE) : deadline.plus(AFTER_THE_DEADLINE)));
    }

    Optional<Letter> declined(LetterKey key) {
        return ended(key, RegistrationState.DECLINED).map(party -> parts.about(Letter.titled(parts.say("declined.title", party.getFirst().title()))
                .paragraph(parts.say("declined.text", party.size(), parts.names(party))), party).paragraph(parts.say("declined.next")));
    }

    Optional<Letter> expired(LetterKey key) {
        return ended(key, RegistrationState.EXPIRED).map(party -> parts.about(Letter.titled(parts.say("expired.title", party.getFirst().title()))
                .paragraph(parts.say("expired.text", party.size(), parts.names(party))), party)
                .paragraph(parts.say("expired.next")).button(parts.say("see"), parts.sheet(party.getFirst())));
    }

    /** Those of the party to whom the place was offered, and for whom it ended so. */
    private Optional<List<RegistrationRecord>> ended(LetterKey key, RegistrationState as) {
        return offer(key).map(offer -> LetterParts.only(sheets.ofParty(offer.partyId()), one -> one.state() == as)).filter(party -> !party.isEmpty());
    }

    private Optional<PlaceOffer> offer(LetterKey key) {
        return transactions.call(() -> registrations.offer(key.subject()));
    }
}
