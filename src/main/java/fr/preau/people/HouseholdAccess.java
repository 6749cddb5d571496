package fr.preau.people;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows whose household is whose: a resident meets her own only, the staff of the centre all of them. */
@Component
class HouseholdAccess {

    private final HouseholdAccounts accounts;

    HouseholdAccess(HouseholdAccounts accounts) {
        this.accounts = accounts;
    }

    /** The current account's household in this centre. */
    Optional<HouseholdAccount> mine() {
        return CurrentUser.account().flatMap(accounts::of);
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
