package fr.preau.people;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.base.EmailAddress;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the file that reception opened for somebody who now comes in by herself for the first time, or who was taken out of another family:
 * an adult of that name, in a file that is reached at the very address to which her link went. It takes both, since an address may be mistyped
 * and a name is many people's; and somebody who does not come in by an address yet, so that nobody takes another one's place. A file that a
 * resident opened has its owner.
 */
@Component
class KnownFiles {

    private final Households households;
    private final Persons persons;
    private final ContactPoints contacts;
    private final HouseholdAccounts links;
    private final AccountService accounts;
    private final HouseholdReader reader;

    KnownFiles(Households households, Persons persons, ContactPoints contacts, HouseholdAccounts links, AccountService accounts,
               HouseholdReader reader) {
        this.households = households;
        this.persons = persons;
        this.contacts = contacts;
        this.links = links;
        this.accounts = accounts;
        this.reader = reader;
    }

    /** The person in whose name that file may be opened; nothing when there is none, or more than one. */
    Optional<Person> of(PersonDetails typed, EmailAddress mail) {
        var reached = contacts.at(mail.value()).stream().filter(contact -> contact.isSame(ContactKind.MAIL, mail.value())).toList();
        var files = households.openedAtDesk(reached.stream().map(ContactPoint::householdId).distinct().toList());
        var comeInByThemselves = links.ofHouseholds(files).stream()
                .filter(link -> accounts.find(link.accountId()).flatMap(AccountRecord::mail).isPresent())
                .map(HouseholdAccount::personId).filter(Objects::nonNull).toList();
        var found = persons.livingIn(files).stream()
                .filter(person -> person.isCalled(typed) && person.kindOn(reader.today()) == PersonKind.ADULT && !comeInByThemselves.contains(person.id()))
                .filter(person -> reached.stream().anyMatch(contact -> contact.reaches(person))).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
