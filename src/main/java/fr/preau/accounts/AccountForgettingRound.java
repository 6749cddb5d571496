package fr.preau.accounts;

import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Forgets those who opened a link and never a family's file, those who left a team, and those who left a family that goes on, when
 * they have not come in for long. Each is a transaction of its own: one that fails does not keep the others.
 */
@Component
class AccountForgettingRound {

    private static final Limit PAGE = Limit.of(200);
    private static final Logger LOG = LoggerFactory.getLogger(AccountForgettingRound.class);

    private final AccountForgettingService forgetting;
    private final RetriedTransaction transactions;

    AccountForgettingRound(AccountForgettingService forgetting, RetriedTransaction transactions) {
        this.forgetting = forgetting;
        this.transactions = transactions;
    }

    void go() {
        var after = Ids.NIL;
        for (List<UUID> page = forgetting.silentWithoutRole(after, PAGE); !page.isEmpty(); page = forgetting.silentWithoutRole(after, PAGE)) {
            after = page.getLast();
            page.forEach(this::forget);
        }
    }

    private void forget(UUID account) {
        try {
            transactions.run(() -> forgetting.forgetIfNobodyForLong(account));
        } catch (RuntimeException e) {
            LOG.error("An account was not forgotten; tomorrow it is tried again", e);
        }
    }
}
