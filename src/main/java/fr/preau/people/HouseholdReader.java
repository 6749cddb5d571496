package fr.preau.people;

import fr.preau.base.Moments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a household's rows together, with the same number of statements for one and for many. */
@Component
class HouseholdReader {

    private final Persons persons;
    private final Guardianships guardianships;
    private final ContactPoints contacts;
    private final Clock clock;

    HouseholdReader(Persons persons, Guardianships guardianships, ContactPoints contacts, Clock clock) {
        this.persons = persons;
        this.guardianships = guardianships;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Lines in the order of the households given. */
    List<HouseholdLine> lines(List<Household> households) {
        var ids = households.stream().map(Household::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var living = records(persons.livingIn(ids)).stream().collect(Collectors.groupingBy(PersonRecord::householdId));
        var reached = contacts.reaching(ids).stream().collect(Collectors.groupingBy(ContactPoint::householdId));
        return households.stream().map(household -> new HouseholdLine(household.id(), household.name(),
                sorted(living.getOrDefault(household.id(), List.of())),
                reached.getOrDefault(household.id(), List.of()).stream().map(ContactPoint::toRecord).toList())).toList();
    }

    /** The persons as records, in the given order. */
    List<PersonRecord> records(Collection<Person> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<UUID>> guardians = guardianships.answering(found.stream().map(Person::id).toList()).stream()
                .collect(Collectors.groupingBy(Guardianship::childId, Collectors.mapping(Guardianship::guardianId, Collectors.toList())));
        var today = today();
        return found.stream().map(person -> person.toRecord(today, guardians.getOrDefault(person.id(), List.of()))).toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Moments.PARIS);
    }

    private static List<PersonRecord> sorted(List<PersonRecord> found) {
        return found.stream().sorted(HouseholdFiles.ADULTS_FIRST).toList();
    }
}
