package fr.preau.people;

import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Forgets a family when it asks for it; the same as what happens by itself after two years of silence. */
@Service
@AllowedTo(Role.DIRECTOR)
public class ForgettingService {

    private final Households households;
    private final List<LastContact> traces;
    private final Forgetting forgetting;
    private final RetriedTransaction transactions;

    ForgettingService(Households households, List<LastContact> traces, Forgetting forgetting, RetriedTransaction transactions) {
        this.households = households;
        this.traces = traces;
        this.forgetting = forgetting;
        this.transactions = transactions;
    }

    /**
     * Erases names, birth dates, addresses, letters and notes of this household. It cannot be undone.
     *
     * @return refused as long as somebody of it is registered, waits or has an offer: that is cancelled first, so that the
     *         places go to others
     */
    public Outcome<UUID> forget(UUID household) {
        return transactions.call(() -> {
            if (households.lock(household).isEmpty()) {
                return Outcome.refused(PeopleRefusal.NOT_FOUND);
            }
            if (traces.stream().anyMatch(trace -> trace.hasSomethingAhead(household))) {
                return Outcome.refused(PeopleRefusal.STILL_REGISTERED);
            }
            forgetting.household(household, "asked for");
            return Outcome.done(household);
        });
    }
}
