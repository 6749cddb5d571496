package fr.preau.people;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a family's file, in the transaction of whoever asks for it. */
@Component
class NewFiles {

    private final Households households;
    private final Persons persons;
    private final ContactPoints contacts;
    private final HouseholdReader reader;
    private final Clock clock;

    NewFiles(Households households, Persons persons, ContactPoints contacts, HouseholdReader reader, Clock clock) {
        this.households = households;
        this.persons = persons;
        this.contacts = contacts;
        this.reader = reader;
        this.clock = clock;
    }

    /** One adult is enough; the answer is she. */
    Person open(NewHousehold command, Household.Origin origin) {
        var household = households.save(new Household(origin, clock.instant()));
        var adult = persons.save(new Person(household, command.adult(), clock.instant()));
        household.nameAfter(List.of(adult.toRecord(reader.today(), List.of())));
        keep(household.id(), command.contacts());
        return adult;
    }

    /** Adds those by which the household is not reached yet. */
    void keep(UUID household, List<ContactDetails> more) {
        var before = contacts.of(List.of(household));
        more.stream().map(ContactDetails::toKept).distinct().filter(kept -> before.stream().noneMatch(one -> one.isSame(kept.kind(), kept.address())))
                .forEach(kept -> contacts.save(new ContactPoint(household, null, kept.kind(), kept.address(), clock.instant())));
    }
}
