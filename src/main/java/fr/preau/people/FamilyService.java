package fr.preau.people;

import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Changes what stands in a family's file: its persons, who answers for whom, how they are reached. A resident changes her
 * own family's only; for anybody else's the answer is the same as for one that does not exist.
 */
@Service
@AllowedTo(Role.SIGNED_IN)
public class FamilyService {

    private static final int MOST_PERSONS = 30;
    private static final int MOST_CONTACTS = 12;

    private final LockedFiles files;
    private final Persons persons;
    private final Guardianships guardianships;
    private final ContactPoints contacts;
    private final OwnMail ownMail;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final Rules rules;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final RetriedTransaction transaction;
    private final Clock clock;

    FamilyService(LockedFiles files, Persons persons, Guardianships guardianships, ContactPoints contacts,
                  OwnMail ownMail, HouseholdReader reader, HouseholdAccess access, Rules rules, Audit audit,
                  ApplicationEventPublisher events, RetriedTransaction transaction, Clock clock) {
        this.files = files;
        this.persons = persons;
        this.guardianships = guardianships;
        this.contacts = contacts;
        this.ownMail = ownMail;
        this.reader = reader;
        this.access = access;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds somebody. The asking adult, else the household's first, answers for a new child. */
    public Outcome<UUID> addPerson(UUID householdId, PersonDetails details) {
        return files.inHousehold(householdId, household -> checked(details, () -> {
            if (household.persons().size() >= MOST_PERSONS) {
                return Outcome.refused(PeopleRefusal.TOO_MANY_PERSONS);
            }
            var person = persons.save(new Person(household.file(), details, clock.instant()));
            if (details.kind() == PersonKind.CHILD) {
                household.whoAsks().ifPresent(adult -> guardianships.save(new Guardianship(person.id(), adult.id(), clock.instant())));
            }
            files.changed(household.file());
            return Outcome.done(person.id());
        }));
    }

    /**
     * Writes names and birth date anew.
     *
     * @param version the version that was read; another one means that somebody else wrote in between
     */
    public Outcome<UUID> changePerson(UUID personId, int version, PersonDetails details) {
        return files.withPerson(personId, (household, person) -> checked(details, () -> {
            if (person.version() != version) {
                return Outcome.refused(PeopleRefusal.CHANGED_MEANWHILE);
            }
            if (details.kind() == PersonKind.CHILD && household.isLastAdult(personId)) {
                return Outcome.refused(PeopleRefusal.LAST_ADULT);
            }
            person.describe(details);
            files.changed(household.file());
            return Outcome.done(personId);
        }));
    }

    /** Takes somebody out of the household; what she is registered for is given back in the same transaction. */
    public Outcome<UUID> removePerson(UUID personId) {
        if (persons.householdOf(personId).filter(access::allows).isEmpty()) {
            return Outcome.refused(PeopleRefusal.NOT_FOUND);
        }
        return transaction.call(() -> {
            events.publishEvent(new PersonLeaving(personId));
            return remove(personId);
        });
    }

    private Outcome<UUID> remove(UUID personId) {
        return files.withPerson(personId, (household, person) -> {
            if (personId.equals(household.you())) {
                return Outcome.refused(PeopleRefusal.YOURSELF);
            }
            if (!access.isDesk() && ownMail.has(person)) {
                return Outcome.refused(PeopleRefusal.COMES_IN_BY_HERSELF);
            }
            if (household.isLastAdult(personId)) {
                return Outcome.refused(PeopleRefusal.LAST_ADULT);
            }
            if (guardianships.onlyAnsweredForBy(personId, reader.today().minusYears(BirthDateFits.OF_AGE)) > 0) {
                return Outcome.refused(PeopleRefusal.ONLY_GUARDIAN);
            }
            person.remove(clock.instant());
            ownMail.leavesWith(person);
            files.changed(household.file());
            events.publishEvent(new PersonRemoved(personId, household.isOwn()));
            return Outcome.done(personId);
        });
    }

    /** Takes a removal back: the person returns, her given-back places do not. A second click changes nothing. */
    public Outcome<UUID> restorePerson(UUID personId) {
        return files.withAnybody(personId, (household, person) -> {
            person.restore();
            files.changed(household.file());
            return Outcome.done(personId);
        });
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
                audit.record(GuardianService.ADDED, GuardianService.CHILD, childId, adultId.toString());
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
                audit.record(GuardianService.REMOVED, GuardianService.CHILD, childId, adultId.toString());
                files.changed(household.file());
            });
            return Outcome.done(childId);
        });
    }

    /**
     * Adds a mail address or phone number; one that is there already is not added twice.
     *
     * @param personId whose it is, empty for the whole household's
     */
    public Outcome<UUID> addContact(UUID householdId, @Nullable UUID personId, ContactDetails details) {
        return files.inHousehold(householdId, household -> checked(details, () -> {
            if (personId != null && !household.has(personId)) {
                return Outcome.refused(PeopleRefusal.NOT_FOUND);
            }
            var before = contacts.of(List.of(householdId));
            var kept = details.toKept();
            var same = before.stream().filter(contact -> contact.isSame(kept.kind(), kept.address())).findFirst();
            if (same.isPresent()) {
                if (same.get().personId() != null && !household.has(same.get().personId())) {
                    // It left with somebody, and somebody who has stayed gives it again.
                    same.get().belongTo(personId);
                    files.changed(household.file());
                }
                return Outcome.done(same.get().id());
            }
            if (before.size() >= MOST_CONTACTS) {
                return Outcome.refused(PeopleRefusal.TOO_MANY_CONTACTS);
            }
            var contact = contacts.save(new ContactPoint(householdId, personId, kept.kind(), kept.address(), clock.instant()));
            files.changed(household.file());
            return Outcome.done(contact.id());
        }));
    }

    /** Forgets a mail address or phone number. Gone already is as good. */
    public Outcome<UUID> removeContact(UUID householdId, UUID contactId) {
        return files.inHousehold(householdId, household -> {
            contacts.withId(contactId).filter(contact -> contact.householdId().equals(householdId)).ifPresent(contacts::delete);
            files.changed(household.file());
            return Outcome.done(contactId);
        });
    }

    private Outcome<UUID> checked(Object command, Supplier<Outcome<UUID>> work) {
        var broken = rules.broken(command);
        return broken.isEmpty() ? work.get() : Outcome.refused(broken);
    }

    private Optional<Guardianship> guardian(UUID child, UUID adult) {
        return guardianships.of(List.of(child)).stream().filter(found -> found.guardianId().equals(adult)).findFirst();
    }
}
