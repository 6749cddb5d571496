package fr.preau.people;

import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parents who live apart: who answers for a child, from which family, and how a parent lets the other one in. Nobody has to
 * look the other up: the one at home gets a code and hands it over, the other one types it in the own account.
 */
@Service
@AllowedTo(Role.SIGNED_IN)
public class GuardianService {

    static final String ADDED = "guardian-added";
    static final String REMOVED = "guardian-removed";
    static final String CHILD = "person";

    private final Households households;
    private final Persons persons;
    private final Guardianships guardianships;
    private final GuardianCodes codes;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    GuardianService(Households households, Persons persons, Guardianships guardianships, GuardianCodes codes, HouseholdReader reader,
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

    /** Who answers for a child of one's own family, or of any for the desk; those who left are left out. */
    @Transactional(readOnly = true)
    public List<GuardianRecord> of(UUID child) {
        if (persons.householdOf(child).filter(access::allows).isEmpty()) {
            return List.of();
        }
        var ids = guardianships.of(List.of(child)).stream().map(Guardianship::guardianId).toList();
        var found = persons.withIds(ids).stream().filter(adult -> !adult.isRemoved())
                .map(adult -> adult.toRecord(reader.today(), List.of())).collect(Collectors.toMap(PersonRecord::id, adult -> adult));
        return ids.stream().filter(found::containsKey).map(found::get)
                .map(adult -> new GuardianRecord(adult.id(), adult.fullName(), adult.householdId())).toList();
    }

    /** Who came and went, the latest first. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    @Transactional(readOnly = true)
    public List<GuardianChange> history(UUID child) {
        if (persons.householdOf(child).isEmpty()) {
            return List.of();
        }
        var lines = audit.of(CHILD, child).stream().filter(line -> Stream.of(ADDED, REMOVED).anyMatch(line.action()::equals) && line.reason() != null).toList();
        var names = persons.withIds(lines.stream().map(line -> UUID.fromString(line.reason())).distinct().toList()).stream()
                .map(person -> person.toRecord(reader.today(), List.of())).collect(Collectors.toMap(PersonRecord::id, PersonRecord::fullName));
        return lines.stream().map(line -> new GuardianChange(line.at(), line.action().equals(ADDED),
                names.getOrDefault(UUID.fromString(line.reason()), ""))).toList();
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
            audit.record(ADDED, CHILD, child.id(), you.toString());
            file.get().touch(clock.instant());
        }
        return Outcome.done(child.toRecord(reader.today(), List.of()));
    }
}
