package fr.preau.people;

import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Parents who live apart: how one lets the other in. Nobody has to look the other up: the one at home gets a code and hands it over,
 * the other one types it in the own account.
 */
@Service
@AllowedTo(Role.SIGNED_IN)
public class GuardianCodeService {

    private final Households households;
    private final Persons persons;
    private final Guardianships guardianships;
    private final GuardianCodes codes;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    GuardianCodeService(Households households, Persons persons, Guardianships guardianships, GuardianCodes codes, HouseholdReader reader,
                        HouseholdAccess access, Audit audit, RetriedTransaction transaction, Clock clock) {
        this.households = households;
        this.persons = persons;
        this.guardianships = guardianships;
        this.codes = codes;
        this.reader = reader;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A code for the other parent of a child of one's own family, good for seven days and once; one before it is worth nothing now. */
    public Outcome<String> codeFor(UUID child) {
        if (persons.householdOf(child).filter(access::isMine).isEmpty()) {
            return Outcome.refused(PeopleRefusal.NOT_FOUND);
        }
        return transaction.call(() -> {
            var person = persons.withId(child).filter(found -> !found.isRemoved());
            if (person.isEmpty() || person.get().kindOn(reader.today()) != PersonKind.CHILD) {
                return Outcome.refused(PeopleRefusal.NOT_A_CHILD);
            }
            var code = GuardianCode.next();
            codes.forget(child, clock.instant());
            codes.save(new GuardianCode(child, code, clock.instant()));
            return Outcome.done(code);
        });
    }

    /** Whoever has the code answers for the child from now on, and registers it with her own family; the answer is the child. */
    public Outcome<PersonRecord> join(String code) {
        var mine = access.mine();
        if (mine.isEmpty() || mine.get().personId() == null) {
            return Outcome.refused(PeopleRefusal.YOU_ARE_UNKNOWN);
        }
        var you = mine.get().personId();
        return transaction.call(() -> codes.of(GuardianCode.hash(code)).filter(found -> found.isGoodAt(clock.instant()))
                .flatMap(found -> living(found.childId())).map(child -> join(child, you, code))
                .orElseGet(() -> Outcome.refused(PeopleRefusal.CODE_UNKNOWN)));
    }

    private Optional<Person> living(UUID person) {
        return persons.withId(person).filter(found -> !found.isRemoved());
    }

    private Outcome<PersonRecord> join(Person child, UUID you, String code) {
        if (child.kindOn(reader.today()) != PersonKind.CHILD) {
            return Outcome.refused(PeopleRefusal.NOT_A_CHILD);
        }
        if (living(you).filter(adult -> adult.kindOn(reader.today()) == PersonKind.ADULT).isEmpty()) {
            return Outcome.refused(PeopleRefusal.GUARDIAN_MUST_BE_ADULT);
        }
        var file = households.lock(child.householdId());
        if (file.isEmpty() || codes.useUp(GuardianCode.hash(code)) == 0) {
            return Outcome.refused(PeopleRefusal.CODE_UNKNOWN);
        }
        if (guardianships.of(List.of(child.id())).stream().noneMatch(one -> one.guardianId().equals(you))) {
            guardianships.save(new Guardianship(child.id(), you, clock.instant()));
            audit.record(GuardianService.ADDED, GuardianService.OBJECT, child.id(), you.toString());
            file.get().touch(clock.instant());
        }
        return Outcome.done(child.toRecord(reader.today(), List.of()));
    }
}
