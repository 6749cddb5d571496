package fr.preau.people;

import fr.preau.base.RetriedTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a family's file to whoever may write in it, one writer at a time. */
@Component
class LockedFiles {

    private final Households households;
    private final Persons persons;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final Rules rules;
    private final RetriedTransaction transaction;
    private final Clock clock;

    LockedFiles(Households households, Persons persons, HouseholdReader reader, HouseholdAccess access, Rules rules,
                RetriedTransaction transaction, Clock clock) {
        this.households = households;
        this.persons = persons;
        this.reader = reader;
        this.access = access;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A household whose row is locked, and what was read after that; whether it is that of who acts, and who of it she is. */
    record Locked(Household file, List<PersonRecord> persons, boolean isOwn, @Nullable UUID you) {

        boolean has(UUID personId) {
            return persons.stream().anyMatch(person -> person.id().equals(personId));
        }

        boolean isLastAdult(UUID personId) {
            return persons.stream().filter(person -> !person.isChild()).map(PersonRecord::id).toList().equals(List.of(personId));
        }

        Optional<PersonRecord> whoAsks() {
            return persons.stream().filter(person -> person.id().equals(you))
                    .findFirst().or(() -> persons.stream().filter(person -> !person.isChild()).findFirst());
        }
    }

    /** Asks whose it is before the transaction, so that the lock is its first statement and all that follows is fresh. */
    Outcome<UUID> inHousehold(UUID householdId, Function<Locked, Outcome<UUID>> work) {
        if (!access.allows(householdId)) {
            return Outcome.refused(PeopleRefusal.NOT_FOUND);
        }
        return transaction.call(() -> households.lock(householdId).map(found -> work.apply(lockedOf(found)))
                .orElseGet(() -> Outcome.refused(PeopleRefusal.NOT_FOUND)));
    }

    private Locked lockedOf(Household file) {
        var own = access.mine().filter(link -> link.householdId().equals(file.id()));
        return new Locked(file, reader.records(persons.livingIn(List.of(file.id()))), own.isPresent(), own.map(HouseholdAccount::personId).orElse(null));
    }

    /** As {@link #inHousehold}, for somebody who is in one now. */
    Outcome<UUID> withPerson(UUID personId, BiFunction<Locked, Person, Outcome<UUID>> work) {
        return withAnybody(personId, (household, person) ->
                person.isRemoved() ? Outcome.refused(PeopleRefusal.NOT_FOUND) : work.apply(household, person));
    }

    /**
     * The same in a transaction that has begun, whose first plain reading is to come after the lock: for whoever has asked before
     * it whose household that is.
     */
    Outcome<UUID> withPersonOf(UUID householdId, UUID personId, BiFunction<Locked, Person, Outcome<UUID>> work) {
        return households.lock(householdId).filter(found -> access.allows(householdId))
                .flatMap(found -> persons.withId(personId).filter(person -> !person.isRemoved()).map(person -> work.apply(lockedOf(found), person)))
                .orElseGet(() -> Outcome.refused(PeopleRefusal.NOT_FOUND));
    }

    /** The same for somebody who is or was. */
    Outcome<UUID> withAnybody(UUID personId, BiFunction<Locked, Person, Outcome<UUID>> work) {
        return persons.householdOf(personId)
                .map(household -> inHousehold(household, locked -> work.apply(locked, persons.withId(personId).orElseThrow())))
                .orElseGet(() -> Outcome.refused(PeopleRefusal.NOT_FOUND));
    }

    /** Does what was asked for when it keeps to the rules that stand on it. */
    Outcome<UUID> checked(Object command, Supplier<Outcome<UUID>> work) {
        var broken = rules.broken(command);
        return broken.isEmpty() ? work.get() : Outcome.refused(broken);
    }

    /** Somebody has written in this file: its name follows, and it is not forgotten for a while. */
    void changed(Household file) {
        file.touch(clock.instant());
        file.nameAfter(reader.records(persons.livingIn(List.of(file.id()))));
    }
}
