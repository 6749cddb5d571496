package fr.preau.people;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.DeskCode;
import fr.preau.accounts.DeskCodes;
import fr.preau.base.AllowedTo;
import fr.preau.base.Moments;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives an adult of a family a way in at the desk, with or without a mail address. */
@Service
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class DeskSignInService {

    private final Households households;
    private final Persons persons;
    private final HouseholdAccounts links;
    private final AccountService accounts;
    private final DeskCodes codes;
    private final RetriedTransaction transaction;
    private final Clock clock;

    DeskSignInService(Households households, Persons persons, HouseholdAccounts links, AccountService accounts, DeskCodes codes,
                      RetriedTransaction transaction, Clock clock) {
        this.households = households;
        this.persons = persons;
        this.links = links;
        this.accounts = accounts;
        this.codes = codes;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A code for this adult's own account, which is made now if she has none. Staff sign in by their password. */
    public Outcome<DeskCode> codeFor(UUID personId) {
        // Asked before the transaction: the lock comes first, so that of two who ask at once the second sees the account of the first.
        var household = persons.householdOf(personId);
        return household.isEmpty() ? Outcome.refused(PeopleRefusal.NOT_FOUND) : transaction.call(() -> codeIn(household.get(), personId));
    }

    private Outcome<DeskCode> codeIn(UUID householdId, UUID personId) {
        var household = households.lock(householdId);
        var person = persons.withId(personId).filter(found -> !found.isRemoved());
        if (household.isEmpty() || person.isEmpty()) {
            return Outcome.refused(PeopleRefusal.NOT_FOUND);
        }
        var record = person.get().toRecord(LocalDate.ofInstant(clock.instant(), Moments.PARIS), List.of());
        if (record.isChild()) {
            return Outcome.refused(PeopleRefusal.CODE_FOR_ADULTS);
        }
        var account = links.ofPerson(personId).map(HouseholdAccount::accountId).orElseGet(() -> {
            var made = accounts.withoutMail(record.fullName()).id();
            links.save(new HouseholdAccount(household.get().id(), made, personId, clock.instant()));
            return made;
        });
        return accounts.isStaff(account) ? Outcome.refused(PeopleRefusal.CODE_FOR_STAFF) : Outcome.done(codes.make(account));
    }
}
