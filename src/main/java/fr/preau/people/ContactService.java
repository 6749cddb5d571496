package fr.preau.people;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes how a family is reached. A resident changes her own family's file only, as in {@link FamilyService}. */
@Service
@AllowedTo(Role.SIGNED_IN)
public class ContactService {

    private static final int MOST_CONTACTS = 12;

    private final LockedFiles files;
    private final ContactPoints contacts;
    private final OtherHands others;
    private final Clock clock;

    ContactService(LockedFiles files, ContactPoints contacts, OtherHands others, Clock clock) {
        this.files = files;
        this.contacts = contacts;
        this.others = others;
        this.clock = clock;
    }

    /**
     * Adds a mail address or phone number; one that is there already is not added twice.
     *
     * @param personId whose it is, empty for the whole household's
     */
    public Outcome<UUID> addContact(UUID householdId, @Nullable UUID personId, ContactDetails details) {
        return files.inHousehold(householdId, household -> files.checked(details, () -> {
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
                    others.contactAdded(household);
                }
                return Outcome.done(same.get().id());
            }
            if (before.size() >= MOST_CONTACTS) {
                return Outcome.refused(PeopleRefusal.TOO_MANY_CONTACTS);
            }
            var contact = contacts.save(new ContactPoint(householdId, personId, kept.kind(), kept.address(), clock.instant()));
            files.changed(household.file());
            others.contactAdded(household);
            return Outcome.done(contact.id());
        }));
    }

    /** Forgets a mail address or phone number. Gone already is as good. */
    public Outcome<UUID> removeContact(UUID householdId, UUID contactId) {
        return files.inHousehold(householdId, household -> {
            contacts.withId(contactId).filter(contact -> contact.householdId().equals(householdId)).ifPresent(contact -> {
                contacts.delete(contact);
                files.changed(household.file());
                others.contactRemoved(household);
            });
            return Outcome.done(contactId);
        });
    }
}
