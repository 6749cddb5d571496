package fr.preau.registrations;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreService;
import fr.preau.centres.OpeningHours;
import fr.preau.centres.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Before a place moves on without an answer, reception calls who has a telephone: not everybody reads mails in two days. Its SQL reads
 * only and names the centre.
 */
@Component
class UnansweredOffers {

    /** Working time: half a day at the desk, so that somebody finds a moment to call. */
    static final Duration BEFORE_THE_DEADLINE = Duration.ofHours(4);

    private final JdbcClient database;
    private final GroupBooks books;
    private final Registrations registrations;
    private final WorkingTime workingTime;
    private final CentreService centres;
    private final RetriedTransaction transactions;

    UnansweredOffers(JdbcClient database, GroupBooks books, Registrations registrations, WorkingTime workingTime, CentreService centres,
                     RetriedTransaction transactions) {
        this.database = database;
        this.books = books;
        this.registrations = registrations;
        this.workingTime = workingTime;
        this.centres = centres;
        this.transactions = transactions;
    }

    /** Those that end soon, to families with a telephone whom nobody was to call about them yet. */
    List<UUID> toCallAbout(Instant now) {
        var soon = workingTime.add(now, BEFORE_THE_DEADLINE, OpeningHours.USUAL, centres.current().zone());
        return database.sql("""
                SELECT o.id FROM place_offer o
                WHERE o.centre_id = :centre AND o.state = 'OPEN' AND o.deadline > :now AND o.deadline <= :soon
                  AND EXISTS (SELECT 1 FROM contact_point c WHERE c.centre_id = o.centre_id AND c.household_id = o.household_id
                    AND c.kind = 'PHONE' AND %s)
                  AND NOT EXISTS (SELECT 1 FROM call_task t WHERE t.centre_id = o.centre_id AND t.offer_id = o.id)"""
                .formatted(ContactsNow.OF_NOBODY_WHO_LEFT))
                .param("centre", CurrentCentre.require()).param("now", utc(now)).param("soon", utc(soon)).query(UUID.class).list();
    }

    /** Under the group's lock: who has answered meanwhile is not called, and two rounds at once are one call. */
    void call(UUID id) {
        transactions.call(() -> registrations.offer(id).map(PlaceOffer::groupId)).ifPresent(group ->
                transactions.run(() -> books.open(group).ifPresent(book -> registrations.offer(id)
                        .filter(offer -> offer.isOpenAt(book.now()) && registrations.openCallsFor(id).isEmpty())
                        .ifPresent(offer -> registrations.add(new CallTask(CallReason.OFFER_UNANSWERED, offer.requestId(), offer.householdId(),
                                id, book.now()))))));
    }
}
