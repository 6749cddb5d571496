package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import fr.preau.people.HouseholdService;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a family on a list may change about how it waits. */
@Service
@AllowedTo(Role.SIGNED_IN)
public class WaitingService {

    private final Separation separation;
    private final RegistrationSheets sheets;
    private final HouseholdService households;

    WaitingService(Separation separation, RegistrationSheets sheets, HouseholdService households) {
        this.separation = separation;
        this.sheets = sheets;
        this.households = households;
    }

    /**
     * One's own household takes fewer places than persons, if there are no more.
     *
     * @return whether somebody still waited together
     */
    public boolean acceptFewer(UUID request) {
        var household = households.idOfMine().orElseThrow(() -> new NotHereException("This account has no household here"));
        if (sheets.ofRequest(request).stream().noneMatch(one -> one.householdId().equals(household))) {
            throw new NotHereException("No such request of this household");
        }
        return separation.separate(request, By.family(Channel.WEB));
    }

    /** The family said so to somebody of the staff. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public boolean acceptFewerFor(UUID request, Channel channel) {
        return separation.separate(request, By.staff(channel, null));
    }
}
