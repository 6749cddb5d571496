package fr.preau.registrations;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what time asks for, in every centre: has reception call before an offer ends and about letters that came back, ends offers and held
 * places at their deadline, offers the places of a series whose full session has begun, closes lists and completes registrations when the
 * last session is over, forgets old drafts. Each step looks at what stands in the database, so a round that was missed is caught up by the
 * next, and two at once do the work once.
 */
@Component
class Round {

    static final Duration DRAFTS_ARE_KEPT = Duration.ofDays(30);
    /** The hour that a night in October has twice and one in March not at all. */
    private static final int RESTLESS_HOUR = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final CentreService centres;
    private final OfferAnswers offers;
    private final UnansweredOffers unanswered;
    private final ReturnedLetters returned;
    private final Registrations registrations;
    private final RoundQueries queries;
    private final GroupBooks books;
    private final KeptDrafts drafts;
    private final Departures departures;
    private final PlacePromotion promotion;
    private final ChangesElsewhere changes;
    private final FamilyNews news;
    private final RetriedTransaction transactions;
    private final Clock clock;

    Round(CentreService centres, OfferAnswers offers, UnansweredOffers unanswered, ReturnedLetters returned, Registrations registrations,
          RoundQueries queries, GroupBooks books, KeptDrafts drafts, Departures departures, PlacePromotion promotion, ChangesElsewhere changes,
          FamilyNews news, RetriedTransaction transactions, Clock clock) {
        this.centres = centres;
        this.offers = offers;
        this.unanswered = unanswered;
        this.returned = returned;
        this.registrations = registrations;
        this.queries = queries;
        this.books = books;
        this.drafts = drafts;
        this.departures = departures;
        this.promotion = promotion;
        this.changes = changes;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One round through all centres; one that fails does not keep the others, and neither does a group of it. */
    void go() {
        for (var centre : centres.all()) {
            if (clock.instant().atZone(centre.zone()).getHour() == RESTLESS_HOUR) {
                continue;
            }
            try {
                CurrentCentre.runIn(centre.id(), () -> in(centre));
            } catch (RuntimeException e) {
                LOG.error("The round in {} ended early; the next one goes on", centre.slug(), e);
            }
        }
    }

    private void in(CentreRecord centre) {
        var now = clock.instant();
        forEach(transactions.call(() -> queries.offersOfWhichNobodyWillHear(now)), offers::keepUntilCalled, centre);
        forEach(transactions.call(() -> unanswered.toCallAbout(now)), unanswered::call, centre);
        forEach(transactions.call(() -> returned.toCallAbout(now)), returned::call, centre);
        forEach(transactions.call(() -> registrations.groupsWithDeadlinesBefore(now)), offers::expire, centre);
        forEach(transactions.call(() -> queries.seriesWithRoomForTheHead(now)), this::promote, centre);
        forEach(transactions.call(() -> queries.groupsPastTheirSessions(now)), group -> close(group, now), centre);
        forEach(transactions.call(queries::registeredAndRemoved), this::releaseAnew, centre);
        transactions.run(() -> {
            drafts.dropBefore(now.minus(DRAFTS_ARE_KEPT));
            registrations.dropTokensBefore(now);
        });
    }

    /** Each on its own, in a transaction that is begun anew where that helps: what fails in one group is looked at again in the next round. */
    private static <T> void forEach(Collection<T> some, Consumer<T> work, CentreRecord centre) {
        for (var one : some) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                LOG.error("The round in {} left {} out; the next one tries again", centre.slug(), one, e);
            }
        }
    }

    /** A session that has begun lets nobody in and keeps nobody out: what is free in those to come is for the list (R4). */
    private void promote(UUID series) {
        transactions.run(() -> books.open(series).ifPresent(book -> {
            promotion.promote(book);
            books.write(book);
        }));
    }

    private void releaseAnew(UUID person) {
        var groups = transactions.call(() -> changes.groupsOf(person));
        transactions.run(() -> changes.release(person, groups, By.job()));
    }

    /** What has no session ahead is over: who waited learns that the list is closed, who came has completed. */
    private void close(UUID group, Instant now) {
        transactions.run(() -> books.open(group).ifPresent(book -> {
            var over = registrations.withSeats(queries.pastTheirSessions(group, now));
            byRequest(end(book, over, EnumSet.of(RegistrationState.WAITING), RegistrationState.CLOSED), (request, household) ->
                    news.tellOrCall(LetterKey.of(LetterKind.LIST_CLOSED, request, book.now()), household, CallReason.LIST_CLOSED, request));
            byRequest(end(book, over, EnumSet.of(RegistrationState.REQUESTED), RegistrationState.CLOSED), (request, household) ->
                    news.tellOrCall(LetterKey.of(LetterKind.REQUEST_CLOSED, request, book.now()), household, CallReason.REQUEST_CLOSED, request));
            var unanswered = over.stream().filter(one -> one.state() == RegistrationState.OFFERED).map(Registration::partyId).distinct()
                    .flatMap(party -> registrations.openOfferOf(party).stream()).toList();
            end(book, over, EnumSet.of(RegistrationState.OFFERED), RegistrationState.EXPIRED);
            unanswered.forEach(offer -> offers.tellThatItExpired(offer, book.now()));
            byRequest(end(book, over, EnumSet.of(RegistrationState.PRE_REGISTERED), RegistrationState.EXPIRED), (request, household) ->
                    news.tellOrCall(LetterKey.of(LetterKind.HOLD_EXPIRED, request, book.now()), household, CallReason.HOLD_EXPIRED, request));
            over.stream().filter(one -> one.state() == RegistrationState.CONFIRMED).forEach(one ->
                    one.become(RegistrationState.COMPLETED, By.job(), book.now(), book).ifPresent(registrations::add));
            books.write(book);
        }));
    }

    private List<Registration> end(GroupBook book, List<Registration> over, Set<RegistrationState> states, RegistrationState to) {
        return departures.leave(book, over.stream().filter(one -> states.contains(one.state())).toList(), to, OfferState.EXPIRED, By.job());
    }

    private static void byRequest(List<Registration> left, BiConsumer<UUID, UUID> tell) {
        Cancellation.byRequest(left).forEach(tell);
    }
}
