package fr.preau.people;

import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who answers for a child, from which family, and who came and went. */
@Service
@AllowedTo(Role.SIGNED_IN)
public class GuardianService {

    static final String ADDED = "guardian-added";
    static final String REMOVED = "guardian-removed";
    static final String OBJECT = "person";

    private final LockedFiles files;
    private final Persons persons;
    private final Guardianships guardianships;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final Audit audit;
    private final Clock clock;

    GuardianService(LockedFiles files, Persons persons, Guardianships guardianships, HouseholdReader reader, HouseholdAccess access, Audit audit,
                    Clock clock) {
        this.files = files;
        this.persons = persons;
        this.guardianships = guardianships;
        this.reader = reader;
        this.access = access;
        this.audit = audit;
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
        var lines = audit.of(OBJECT, child).stream()
                .filter(line -> Stream.of(ADDED, REMOVED).anyMatch(line.action()::equals) && line.reason() != null).toList();
        var names = persons.withIds(lines.stream().map(line -> UUID.fromString(line.reason())).distinct().toList()).stream()
                .map(person -> person.toRecord(reader.today(), List.of())).collect(Collectors.toMap(PersonRecord::id, PersonRecord::fullName));
        return lines.stream().map(line -> new GuardianChange(line.at(), line.action().equals(ADDED),
                names.getOrDefault(UUID.fromString(line.reason()), ""))).toList();
    }

    /** Says that an adult answers for a child. A resident names adults of her family; the desk any adult of the centre. */
    public Outcome<UUID> addGuardian(UUID childId, UUID adultId) {
        return files.withPerson(childId, (household, child) -> {
            var adult = persons.withId(adultId)
                    .filter(found -> !found.isRemoved() && (access.isDesk() || found.householdId().equals(household.file().id())));
            if (adult.isEmpty()) {
                return Outcome.refused(PeopleRefusal.NOT_FOUND);
            }
            if (child.kindOn(reader.today()) != PersonKind.CHILD) {
                return Outcome.refused(PeopleRefusal.NOT_A_CHILD);
            }
            if (adult.get().kindOn(reader.today()) != PersonKind.ADULT) {
                return Outcome.refused(PeopleRefusal.GUARDIAN_MUST_BE_ADULT);
            }
            if (guardian(childId, adultId).isEmpty()) {
                guardianships.save(new Guardianship(childId, adultId, clock.instant()));
                audit.record(ADDED, OBJECT, childId, adultId.toString());
                files.changed(household.file());
            }
            return Outcome.done(childId);
        });
    }

    /**
     * Says that an adult no longer answers for a child; somebody always does. A family says so of its own adults; that a parent
     * who lives elsewhere no longer does is a matter for reception, who asks both.
     */
    public Outcome<UUID> removeGuardian(UUID childId, UUID adultId) {
        return files.withPerson(childId, (household, child) -> {
            if (!CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR) && !household.has(adultId)) {
                return Outcome.refused(PeopleRefusal.GUARDIAN_AT_THE_DESK);
            }
            var others = guardianships.of(List.of(childId)).stream().map(Guardianship::guardianId).filter(id -> !id.equals(adultId)).toList();
            if (persons.withIds(others).stream().allMatch(Person::isRemoved)) {
                return Outcome.refused(PeopleRefusal.LAST_GUARDIAN);
            }
            guardian(childId, adultId).ifPresent(gone -> {
                guardianships.delete(gone);
                audit.record(REMOVED, OBJECT, childId, adultId.toString());
                files.changed(household.file());
            });
            return Outcome.done(childId);
        });
    }

    private Optional<Guardianship> guardian(UUID child, UUID adult) {
        return guardianships.of(List.of(child)).stream().filter(found -> found.guardianId().equals(adult)).findFirst();
    }
}
