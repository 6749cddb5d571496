package fr.preau.people;

import fr.preau.accounts.AccountService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.Retention;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Forgets in every centre the families of whom nobody has heard for {@link Retention#AFTER_LAST_CONTACT}, and those who left a
 * family as long ago. Each of them is a transaction of its own: one that fails does not keep the others.
 */
@Component
class ForgettingRound {

    private static final int PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ForgettingRound.class);

    private final CentreService centres;
    private final Households households;
    private final Persons persons;
    private final HouseholdAccounts links;
    private final GuardianCodes codes;
    private final AccountService accounts;
    private final List<LastContact> traces;
    private final Forgetting forgetting;
    private final ApplicationEventPublisher events;
    private final RetriedTransaction transactions;
    private final Clock clock;

    ForgettingRound(CentreService centres, Households households, Persons persons, HouseholdAccounts links, GuardianCodes codes,
                    AccountService accounts, List<LastContact> traces, Forgetting forgetting, ApplicationEventPublisher events,
                    RetriedTransaction transactions, Clock clock) {
        this.centres = centres;
        this.households = households;
        this.persons = persons;
        this.links = links;
        this.codes = codes;
        this.accounts = accounts;
        this.traces = traces;
        this.forgetting = forgetting;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    void go() {
        var since = clock.instant().atZone(Moments.PARIS).minus(Retention.AFTER_LAST_CONTACT).toInstant();
        for (var centre : centres.all()) {
            try {
                CurrentCentre.runIn(centre.id(), () -> in(since));
            } catch (RuntimeException e) {
                LOG.error("Forgetting in {} ended early; tomorrow it goes on", centre.slug(), e);
            }
        }
    }

    private void in(Instant since) {
        var after = Ids.NIL;
        for (List<UUID> page = pageAfter(after, since); !page.isEmpty(); page = pageAfter(after, since)) {
            after = page.getLast();
            silent(page, since).forEach(household -> alone("family " + household, () -> forgetIfStillSilent(household, since)));
        }
        after = Ids.NIL;
        for (List<UUID> page = leftAfter(after, since); !page.isEmpty(); page = leftAfter(after, since)) {
            after = page.getLast();
            page.forEach(person -> alone("person " + person, () -> transactions.run(() -> persons.withId(person).ifPresent(forgetting::whoLeft))));
        }
        alone("codes", () -> transactions.run(() -> codes.forgetExpired(clock.instant())));
        alone("traces", () -> transactions.run(() -> events.publishEvent(new OldTraces(since))));
    }

    /** What cannot be forgotten is told, and keeps nothing else from being forgotten tonight. */
    private static void alone(String what, Runnable forgetting) {
        try {
            forgetting.run();
        } catch (RuntimeException e) {
            LOG.error("Not forgotten, the next night tries again: {}", what, e);
        }
    }

    /** Asked again under the lock: the family may have called since the page was read, and this cannot be undone. */
    private void forgetIfStillSilent(UUID household, Instant since) {
        transactions.run(() -> households.lock(household).filter(file -> file.isUntouchedSince(since))
                .filter(file -> !silent(List.of(household), since).isEmpty())
                .ifPresent(file -> forgetting.household(household, "no contact since " + Retention.AFTER_LAST_CONTACT)));
    }

    private List<UUID> pageAfter(UUID after, Instant since) {
        return transactions.call(() -> households.untouchedSince(since, after, Limit.of(PAGE)));
    }

    private List<UUID> leftAfter(UUID after, Instant since) {
        return transactions.call(() -> persons.leftBefore(since, after, Limit.of(PAGE)));
    }

    /** Those of whom nobody has heard. */
    private Set<UUID> silent(List<UUID> page, Instant since) {
        return transactions.call(() -> {
            var silent = new HashSet<>(page);
            silent.removeAll(persons.changedSince(page, since));
            silent.removeAll(signedInSince(page, since));
            traces.forEach(trace -> silent.removeAll(trace.heardOfSince(page, since)));
            return silent;
        });
    }

    private Set<UUID> signedInSince(Collection<UUID> page, Instant since) {
        var acting = links.ofHouseholds(page);
        var seen = accounts.signedInSince(acting.stream().map(HouseholdAccount::accountId).toList(), since);
        return acting.stream().filter(link -> seen.contains(link.accountId())).map(HouseholdAccount::householdId).collect(Collectors.toSet());
    }
}
