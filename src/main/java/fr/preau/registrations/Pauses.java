package fr.preau.registrations;

import fr.preau.activities.ActivityResumed;
import fr.preau.activities.ActivitySuspended;
import fr.preau.activities.LockedGroup;
import fr.preau.activities.PlacesService;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Registration pauses and is taken up again: who waits or has asked hears that nothing is lost, once for each family. */
@Component
class Pauses {

    private final GroupBooks books;
    private final PlacesService places;
    private final Registrations registrations;
    private final CallTasks calls;
    private final PlacePromotion promotion;
    private final ChangesElsewhere changes;

    Pauses(GroupBooks books, PlacesService places, Registrations registrations, CallTasks calls, PlacePromotion promotion,
           ChangesElsewhere changes) {
        this.books = books;
        this.places = places;
        this.registrations = registrations;
        this.calls = calls;
        this.promotion = promotion;
        this.changes = changes;
    }

    @EventListener
    void on(ActivitySuspended event) {
        tell(open(event.activityId()), event.activityId(), LetterKind.PAUSED, CallReason.PAUSED, CallReason.RESUMED);
    }

    /** What became free during the pause goes to the list; then those who still wait are told. */
    @EventListener
    void on(ActivityResumed event) {
        var open = open(event.activityId());
        for (var book : open) {
            promotion.promote(book);
            books.write(book);
        }
        tell(open, event.activityId(), LetterKind.RESUMED, CallReason.RESUMED, CallReason.PAUSED);
    }

    private List<GroupBook> open(UUID activity) {
        return books.open(places.lockActivity(activity).stream().map(LockedGroup::groupId).toList());
    }

    /** @param before what is true no longer: whom reception has not told of it needs to hear of neither */
    private void tell(List<GroupBook> open, UUID activity, LetterKind kind, CallReason call, CallReason before) {
        if (open.isEmpty()) {
            return;
        }
        var now = open.getFirst().now();
        var untold = calls.openIn(open.stream().map(GroupBook::id).toList(), before);
        untold.forEach(one -> one.done(null, null, now));
        var unaware = untold.stream().map(CallTask::householdId).collect(Collectors.toSet());
        var some = open.stream().flatMap(book -> registrations.ofGroup(book.id(), HopefulFamilies.WAIT).stream())
                .filter(one -> !unaware.contains(one.householdId())).toList();
        changes.tell(some, request -> LetterKey.of(kind, request, activity, now), call);
    }
}
