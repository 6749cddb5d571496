package fr.preau.people;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.base.EmailAddress;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The address with which somebody signs in is hers: when she leaves a family, its letters go there no longer. */
@Component
class OwnMail {

    private final HouseholdAccounts links;
    private final AccountService accounts;
    private final ContactPoints contacts;

    OwnMail(HouseholdAccounts links, AccountService accounts, ContactPoints contacts) {
        this.links = links;
        this.accounts = accounts;
        this.contacts = contacts;
    }

    /** She leaves: what stands in the file as the whole household's becomes hers, and comes back with her. */
    void leavesWith(Person person) {
        var hers = of(person).map(EmailAddress::value).toList();
        contacts.of(List.of(person.householdId())).stream()
                .filter(contact -> contact.personId() == null && hers.stream().anyMatch(mail -> contact.isSame(ContactKind.MAIL, mail)))
                .forEach(contact -> contact.belongTo(person.id()));
    }

    /** Whether she comes in with an address of her own. */
    boolean has(Person person) {
        return of(person).findAny().isPresent();
    }

    private Stream<EmailAddress> of(Person person) {
        return links.ofHouseholds(List.of(person.householdId())).stream().filter(link -> person.id().equals(link.personId()))
                .flatMap(link -> accounts.find(link.accountId()).flatMap(AccountRecord::mail).stream());
    }
}
