package fr.preau.people;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.UniqueKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Welcomes families: whoever comes in by herself gets a file of her own, or that which reception has opened for her already
 * ({@link KnownFiles}); at the desk one is opened for her. Says which account acts for which file.
 */
@Component
class Welcoming {

    private static final UniqueKey ONE_FAMILY = UniqueKey.named("one_family_in_a_centre");

    private final Households households;
    private final HouseholdAccounts links;
    private final NewFiles files;
    private final KnownFiles known;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final Rules rules;
    private final AccountService accounts;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    Welcoming(Households households, HouseholdAccounts links, NewFiles files, KnownFiles known, HouseholdReader reader, HouseholdAccess access,
              Rules rules, AccountService accounts, Audit audit, RetriedTransaction transaction, Clock clock) {
        this.households = households;
        this.links = links;
        this.files = files;
        this.known = known;
        this.reader = reader;
        this.access = access;
        this.rules = rules;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Called outside of a transaction: two clicks at once are told apart when theirs end. */
    Outcome<UUID> resident(NewHousehold command) {
        var broken = rules.broken(command);
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        var account = access.account().orElseThrow();
        try {
            return transaction.call(() -> welcomedBefore(account).or(() -> takeUp(command, account)).orElseGet(() -> open(command, account)));
        } catch (DataIntegrityViolationException failure) {
            if (!ONE_FAMILY.isBrokenIn(failure)) {
                throw failure;
            }
            return welcomedBefore(account).orElseThrow(() -> failure);
        }
    }

    private Optional<Outcome<UUID>> welcomedBefore(UUID account) {
        return links.of(account).map(link -> Outcome.done(link.householdId()));
    }

    /** Whoever was taken out of a family asks reception: it lets her back, or opens a file for her to take up. */
    private Outcome<UUID> open(NewHousehold command, UUID account) {
        return links.everOf(account).isPresent() ? Outcome.refused(PeopleRefusal.LEFT_A_FAMILY)
                : Outcome.done(letIn(account, files.open(withOwnMail(command), Household.Origin.RESIDENT)));
    }

    Outcome<UUID> atDesk(NewHousehold command) {
        var broken = rules.broken(command);
        return broken.isEmpty() ? Outcome.done(files.open(command, Household.Origin.DESK).householdId()) : Outcome.refused(broken);
    }

    Outcome<UUID> link(UUID household, UUID account, @Nullable UUID person) {
        if (households.lock(household).isEmpty()) {
            return Outcome.refused(PeopleRefusal.NOT_FOUND);
        }
        var before = links.everOf(account);
        if (before.isPresent()) {
            return before.get().householdId().equals(household) ? Outcome.done(household) : Outcome.refused(PeopleRefusal.ALREADY_LINKED);
        }
        links.save(new HouseholdAccount(household, account, person, clock.instant()));
        return Outcome.done(household);
    }

    private Optional<Outcome<UUID>> takeUp(NewHousehold command, UUID account) {
        var left = links.everOf(account).map(HouseholdAccount::householdId);
        return accounts.mine().mail().flatMap(mail -> known.of(command.adult(), mail))
                // as another adult of the family that she was taken out of she would be back behind its back
                .filter(person -> !left.equals(Optional.of(person.householdId())))
                .flatMap(person -> households.lock(person.householdId()).map(household -> {
                    files.keep(household.id(), command.contacts());
                    household.touch(clock.instant());
                    audit.record("household-taken-up", "household", household.id(), null);
                    return Outcome.done(letIn(account, person));
                }));
    }

    /** From now on the account acts for the household of this adult. */
    private UUID letIn(UUID account, Person adult) {
        links.everOf(account).ifPresentOrElse(left -> left.actsNowAs(adult, clock.instant()),
                () -> links.save(new HouseholdAccount(adult.householdId(), account, adult.id(), clock.instant())));
        callByName(adult);
        return adult.householdId();
    }

    private NewHousehold withOwnMail(NewHousehold command) {
        var contacts = new ArrayList<>(command.contacts());
        accounts.mine().mail().map(mail -> ContactDetails.mail(mail.value())).ifPresent(contacts::add);
        return new NewHousehold(command.adult(), contacts);
    }

    /** Who came by a link was called by the beginning of her address until now. */
    private void callByName(Person adult) {
        var account = accounts.mine();
        if (accounts.mayCallMe() && account.mail().filter(mail -> mail.value().startsWith(account.displayName() + "@")).isPresent()) {
            accounts.callMe(adult.toRecord(reader.today(), List.of()).fullName());
        }
    }
}
