package fr.preau.people;

import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.SignedIn;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Knows whose household is whose: a resident meets her own only, the staff of the centre all of them. Whoever came by a code of
 * another centre's reception has none here: each centre answers for its own files.
 */
@Component
class HouseholdAccess {

    private final HouseholdAccounts links;

    HouseholdAccess(HouseholdAccounts links) {
        this.links = links;
    }

    /** The account that acts for a household of this centre now, if its session opens this centre's files. */
    Optional<UUID> account() {
        return CurrentUser.find().filter(user -> user.opens(CurrentCentre.require())).map(SignedIn::account);
    }

    /** The current account's household in this centre. */
    Optional<HouseholdAccount> mine() {
        return account().flatMap(links::of);
    }

    /** Whether the current user may see and change this household. */
    boolean allows(UUID household) {
        return isDesk() || isMine(household);
    }

    boolean isMine(UUID household) {
        return mine().filter(link -> link.householdId().equals(household)).isPresent();
    }

    boolean isDesk() {
        return CurrentUser.isOneOf(Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR);
    }
}
