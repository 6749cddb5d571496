package fr.preau.people;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Changes who is in a family: persons come, are described anew, leave and come back. A resident changes her own family's file only;
 * for anybody else's the answer is the same as for one that does not exist.
 */
@Service
@AllowedTo(Role.SIGNED_IN)
public class FamilyService {

    private static final int MOST_PERSONS = 30;

    /** So long a removal may be a slip of whoever made it. */
    private static final Duration SLIP = Duration.ofMinutes(10);

    private final LockedFiles files;
    private final Persons persons;
    private final Guardianships guardianships;
    private final OwnMail ownMail;
    private final OtherHands others;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final GivenBack givenBack;
    private final ApplicationEventPublisher events;
    private final RetriedTransaction transaction;
    private final Clock clock;

    FamilyService(LockedFiles files, Persons persons, Guardianships guardianships, OwnMail ownMail, OtherHands others, HouseholdReader reader,
                  HouseholdAccess access, GivenBack givenBack, ApplicationEventPublisher events, RetriedTransaction transaction, Clock clock) {
        this.files = files;
        this.persons = persons;
        this.guardianships = guardianships;
        this.ownMail = ownMail;
        this.others = others;
        this.reader = reader;
        this.access = access;
        this.givenBack = givenBack;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds somebody. The asking adult, else the household's first, answers for a new child. */
    public Outcome<UUID> addPerson(UUID householdId, PersonDetails details) {
        return files.inHousehold(householdId, household -> files.checked(details, () -> {
            if (household.persons().size() >= MOST_PERSONS) {
                return Outcome.refused(PeopleRefusal.TOO_MANY_PERSONS);
            }
            var person = persons.save(new Person(household.file(), details, clock.instant()));
            if (details.kind() == PersonKind.CHILD) {
                household.whoAsks().ifPresent(adult -> guardianships.save(new Guardianship(person.id(), adult.id(), clock.instant())));
            }
            files.changed(household.file());
            others.personAdded(household, person.id());
            return Outcome.done(person.id());
        }));
    }

    /**
     * Writes names and birth date anew.
     *
     * @param version the version that was read; another one means that somebody else wrote in between
     */
    public Outcome<UUID> changePerson(UUID personId, int version, PersonDetails details) {
        return files.withPerson(personId, (household, person) -> files.checked(details, () -> {
            if (person.version() != version) {
                return Outcome.refused(PeopleRefusal.CHANGED_MEANWHILE);
            }
            if (details.kind() == PersonKind.CHILD && household.isLastAdult(personId)) {
                return Outcome.refused(PeopleRefusal.LAST_ADULT);
            }
            person.describe(details);
            files.changed(household.file());
            others.personChanged(household, personId);
            return Outcome.done(personId);
        }));
    }

    /** Takes somebody out of the household; what she is registered for is given back in the same transaction. */
    public Outcome<UUID> removePerson(UUID personId) {
        return persons.householdOf(personId).filter(access::allows).map(household -> transaction.call(() -> {
            events.publishEvent(new PersonLeaving(personId));
            return remove(household, personId);
        })).orElseGet(() -> Outcome.refused(PeopleRefusal.NOT_FOUND));
    }

    /** The locks come first, then all that is read: of two adults who are taken out at once one is the last. */
    private Outcome<UUID> remove(UUID householdId, UUID personId) {
        return files.withPersonOf(householdId, personId, (household, person) -> {
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
            others.personRemoved(household, personId);
            events.publishEvent(new PersonRemoved(personId, household.isOwn()));
            return Outcome.done(personId);
        });
    }

    /** Whether somebody who was taken out gave places back by it; to be asked before she returns. */
    public boolean hasGivenBack(UUID personId) {
        return persons.householdOf(personId).filter(access::allows).isPresent() && givenBack.byLeaving(personId);
    }

    /**
     * Takes a removal back: the person returns, her given-back places do not. A second click changes nothing. An adult, who could open the
     * file again, is let back by reception alone, except by whoever has just slipped.
     */
    public Outcome<UUID> restorePerson(UUID personId) {
        return files.withAnybody(personId, (household, person) -> {
            boolean ofAge = person.kindOn(reader.today()) == PersonKind.ADULT;
            if (ofAge && person.wasRemovedBefore(clock.instant().minus(SLIP)) && !CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
                return Outcome.refused(PeopleRefusal.NOT_FOUND);
            }
            if (person.isRemoved()) {
                person.restore();
                files.changed(household.file());
                others.personRestored(household, personId);
            }
            return Outcome.done(personId);
        });
    }
}
