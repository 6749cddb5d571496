package fr.preau.people;

import fr.preau.accounts.AccountForgettingService;
import fr.preau.accounts.Audit;
import fr.preau.base.Texts;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes names, addresses and dates out of a family's file, and tells the others to do the same. What is counted stays. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Forgetting {

    private final Households households;
    private final Persons persons;
    private final ContactPoints contacts;
    private final Guardianships guardianships;
    private final HouseholdAccounts links;
    private final AccountForgettingService accounts;
    private final Audit audit;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Forgetting(Households households, Persons persons, ContactPoints contacts, Guardianships guardianships, HouseholdAccounts links,
               AccountForgettingService accounts, Audit audit, Texts texts, ApplicationEventPublisher events, Clock clock) {
        this.households = households;
        this.persons = persons;
        this.contacts = contacts;
        this.guardianships = guardianships;
        this.links = links;
        this.accounts = accounts;
        this.audit = audit;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Forgets a household of the current centre; a second time does nothing.
     *
     * @param reason for the audit, never a personal value
     */
    void household(UUID id, String reason) {
        var household = households.lock(id);
        if (household.isEmpty()) {
            return;
        }
        var everybody = persons.everIn(id);
        var ids = everybody.stream().map(Person::id).collect(Collectors.toSet());
        var reached = contacts.of(List.of(id));
        var acting = links.ofHouseholds(List.of(id));
        events.publishEvent(new HouseholdForgotten(id, acting.stream().map(HouseholdAccount::accountId).collect(Collectors.toSet())));
        guardianships.around(ids).forEach(guardianships::delete);
        acting.forEach(links::delete);
        reached.forEach(contacts::delete);
        everybody.forEach(this::forget);
        household.get().forget(clock.instant());
        audit.record("household-forgotten", "household", id, reason);
        // Whether somebody is still in a family is asked past Hibernate.
        links.flush();
        acting.stream().map(HouseholdAccount::accountId).distinct().forEach(accounts::forgetIfNobody);
    }

    /** Forgets somebody who left a family that goes on, how she was reached, and her account unless she has come in with it since. */
    void whoLeft(Person person) {
        contacts.ofPerson(person.id()).forEach(contacts::delete);
        var hers = links.ofHouseholds(List.of(person.householdId())).stream().filter(link -> person.id().equals(link.personId())).toList();
        hers.forEach(links::delete);
        forget(person);
        links.flush();
        hers.forEach(link -> accounts.forgetIfNobodyForLong(link.accountId()));
    }

    private void forget(Person person) {
        person.forget(texts.say("people.forgotten"), clock.instant());
    }
}
