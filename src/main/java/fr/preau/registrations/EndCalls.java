package fr.preau.registrations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Calls to families without an address about what the centre has ended: one for each gesture, known by its instant. */
@Component
class EndCalls {

    private final Registrations registrations;
    private final CallTasks calls;

    EndCalls(Registrations registrations, CallTasks calls) {
        this.registrations = registrations;
        this.calls = calls;
    }

    void ended(UUID request, UUID household, Instant now) {
        registrations.add(new CallTask(CallReason.CANCELLED_BY_CENTRE, request, household, null, now));
    }

    /**
     * These ends are taken back, the family's or the centre's. Who was to be called for one and was not yet needs no call any more, unless
     * somebody else of it is still out; who has heard of it by now has to hear of this too.
     */
    void takenBack(Collection<Registration> ends, By by, Instant now) {
        var byCentre = ends.stream().filter(one -> one.state() == RegistrationState.CANCELLED_BY_CENTRE).toList();
        Cancellation.byRequest(byCentre).forEach((request, household) -> {
            var told = callsAbout(request, byCentre);
            if (told.stream().anyMatch(call -> call.doneAt() != null)) {
                registrations.add(new CallTask(CallReason.REGISTERED_AGAIN, request, household, null, now));
            }
            var all = registrations.ofRequest(request);
            told.stream().filter(call -> !isAboutSomebodyOut(call, all)).forEach(call -> call.done(by.account(), null, now));
        });
        calls.openForWhoWaitsAgain(ends);
    }

    private List<CallTask> callsAbout(UUID request, Collection<Registration> ends) {
        var gestures = ends.stream().filter(one -> one.requestId().equals(request)).map(Registration::changedAt).collect(Collectors.toSet());
        return registrations.callsAbout(request, CallReason.CANCELLED_BY_CENTRE).stream()
                .filter(call -> gestures.stream().anyMatch(call::isOf)).toList();
    }

    private static boolean isAboutSomebodyOut(CallTask call, List<Registration> all) {
        return all.stream().filter(one -> one.state() == RegistrationState.CANCELLED_BY_CENTRE && call.isOf(one.changedAt()))
                .anyMatch(ended -> all.stream().noneMatch(one -> one.comesAfter(ended)));
    }
}
