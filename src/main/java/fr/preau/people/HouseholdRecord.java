package fr.preau.people;

import fr.preau.base.EmailAddress;
import fr.preau.base.Phone;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A household as others see it.
 *
 * @param name    the last names of its adults, for example "Benali, Petit"
 * @param persons who belongs to it now, adults first, then children by age
 * @param wards   children of other households for whom an adult of this one answers
 * @param you     the person who the asking account is, when that is known
 */
public record HouseholdRecord(UUID id, String name, List<PersonRecord> persons, List<PersonRecord> wards,
                              List<ContactRecord> contacts, @Nullable UUID you) implements Serializable {

    /** Whom this household may register: its own persons and the children it answers for elsewhere. */
    public List<PersonRecord> registrable() {
        return Stream.concat(persons.stream(), wards.stream()).toList();
    }

    /** One of those this household may register. */
    public Optional<PersonRecord> person(UUID id) {
        return registrable().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public List<PersonRecord> adults() {
        return persons.stream().filter(person -> !person.isChild()).toList();
    }

    public List<PersonRecord> children() {
        return persons.stream().filter(PersonRecord::isChild).toList();
    }

    /** Where its letters go, and what it is called in them. */
    public Reach reach() {
        var called = Stream.concat(adults().stream(), persons.stream()).map(PersonRecord::fullName).findFirst().orElse(name);
        return new Reach(called,
                contacts(ContactKind.MAIL).stream().map(ContactRecord::address).flatMap(mail -> EmailAddress.parse(mail).stream()).toList(),
                contacts(ContactKind.PHONE).stream().map(ContactRecord::address).map(Phone::new).toList());
    }

    /** How the whole household, or one of its persons, is reached in one way. */
    public List<ContactRecord> contacts(ContactKind kind) {
        return contacts.stream().filter(contact -> contact.kind() == kind).toList();
    }
}
