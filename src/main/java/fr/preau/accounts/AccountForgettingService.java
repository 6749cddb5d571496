package fr.preau.accounts;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Moments;
import fr.preau.base.Retention;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases names, addresses and keys of those who are in no family and no team any more. The account's number stays: the journal
 * says by it who did what, and has never said a name.
 */
@Service
@FederationWide
@AllowedTo(Role.THE_HOUSE)
@Transactional
public class AccountForgettingService {

    private static final String SILENT = "no contact since " + Retention.AFTER_LAST_CONTACT;

    private final Accounts accounts;
    private final RoleGrants grants;
    private final FamilyCentres families;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountForgettingService(Accounts accounts, RoleGrants grants, FamilyCentres families, Audit audit, ApplicationEventPublisher events,
                             Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.families = families;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody whose family is erased: at once, if she is nobody's any more; of anybody else nothing. */
    public void forgetIfNobody(UUID account) {
        var found = accounts.lock(account).orElseThrow(() -> new IllegalArgumentException("No account " + account));
        if (isNobody(found)) {
            forget(found, null);
        }
    }

    /** The same for somebody who has not come in for {@link Retention#AFTER_LAST_CONTACT} either; whoever has is kept until then. */
    public void forgetIfNobodyForLong(UUID account) {
        accounts.lock(account).filter(found -> found.isUnseenSince(longAgo())).filter(this::isNobody).ifPresent(found -> forget(found, SILENT));
    }

    /** A page of accounts without any role that nobody has come in with for so long; some of them have a family. */
    @Transactional(readOnly = true)
    List<UUID> silentWithoutRole(UUID after, Limit limit) {
        return accounts.silentWithoutRole(longAgo(), after, limit);
    }

    private boolean isNobody(Account account) {
        return !account.isForgotten() && families.of(account.id()).isEmpty() && grants.findByAccountId(account.id()).isEmpty();
    }

    private void forget(Account account, @Nullable String reason) {
        account.forget();
        events.publishEvent(new AccountForgotten(account.id()));
        audit.record("account-forgotten", "account", account.id(), reason);
    }

    private Instant longAgo() {
        return clock.instant().atZone(Moments.PARIS).minus(Retention.AFTER_LAST_CONTACT).toInstant();
    }
}
