package fr.preau.registrations;

import fr.preau.base.RetriedTransaction;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.ReaderNow;
import fr.preau.messaging.Recipient;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds where a family is reached today, for a letter of this module that is sent again. */
@Component
class FamilyNow implements ReaderNow {

    private final HouseholdService households;
    private final Registrations registrations;
    private final RegistrationSheets sheets;
    private final RetriedTransaction transactions;

    FamilyNow(HouseholdService households, Registrations registrations, RegistrationSheets sheets, RetriedTransaction transactions) {
        this.households = households;
        this.registrations = registrations;
        this.sheets = sheets;
        this.transactions = transactions;
    }

    @Override
    public boolean knows(String kind) {
        return LetterKind.of(kind).isPresent();
    }

    /** The same of the family's addresses: the first stays the first. Nothing for a family that was forgotten since. */
    @Override
    public Optional<Recipient> of(Envelope envelope) {
        return transactions.call(() -> sheets.ofRequest(requestOf(envelope.subject())).stream().findFirst()
                .flatMap(one -> households.find(one.householdId())).map(HouseholdRecord::reach)
                .flatMap(reach -> reach.mails().stream().skip(LetterKey.addressOf(envelope)).findFirst().or(() -> reach.mails().stream().findFirst())
                        .map(mail -> new Recipient(mail, reach.displayName()))));
    }

    /** A letter speaks of a request, or of an offer that came from one. */
    private UUID requestOf(UUID subject) {
        return registrations.offer(subject).map(PlaceOffer::requestId).orElse(subject);
    }
}
