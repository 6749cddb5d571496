package fr.preau.registrations;

import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * <i>Accepte moins de places</i> (R5): who waits together goes on waiting one by one, each with the turn that the party had. A list
 * stands still behind a party that is too large for what is free, and nobody but the party may end that.
 */
@Component
class Separation {

    private final GroupBooks books;
    private final Registrations registrations;
    private final PlacePromotion promotion;
    private final RetriedTransaction transactions;

    Separation(GroupBooks books, Registrations registrations, PlacePromotion promotion, RetriedTransaction transactions) {
        this.books = books;
        this.registrations = registrations;
        this.promotion = promotion;
        this.transactions = transactions;
    }

    /**
     * Separates the parties of a request that wait, and offers what is free by then.
     *
     * @return whether somebody still waited together
     */
    boolean separate(UUID request, By by) {
        // A request never changes its group: this may be read before the lock.
        var group = transactions.call(() -> registrations.request(request).map(RegistrationRequest::groupId))
                .orElseThrow(() -> new NotHereException("No such request"));
        return transactions.call(() -> books.open(group).map(book -> separate(book, request, by)).orElse(false));
    }

    private boolean separate(GroupBook book, UUID request, By by) {
        var together = registrations.ofRequest(request).stream().filter(one -> one.state() == RegistrationState.WAITING)
                .collect(Collectors.groupingBy(Registration::partyId)).values().stream().filter(party -> party.size() > 1).toList();
        if (together.isEmpty()) {
            return false;
        }
        together.forEach(party -> separate(book, party, by));
        registrations.request(request).orElseThrow().separated();
        promotion.promote(book);
        together.stream().flatMap(Collection::stream).filter(one -> one.state() == RegistrationState.WAITING)
                .forEach(one -> one.waitsBecause(book.free(book.sessionsOf(one.sessionId())) > 0 ? WaitReason.OTHERS_FIRST : WaitReason.FULL));
        books.write(book);
        return true;
    }

    /** The first one stays the party that it was. */
    private void separate(GroupBook book, List<Registration> party, By by) {
        registrations.add(party.getFirst().waitsForItself(party.getFirst().partyId(), by, book.now()));
        party.stream().skip(1).forEach(one -> {
            registrations.add(one.waitsForItself(one.id(), by, book.now()));
            book.partyWaits(one.sessionId());
        });
    }
}
