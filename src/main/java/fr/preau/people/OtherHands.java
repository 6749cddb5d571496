package fr.preau.people;

import fr.preau.accounts.Audit;
import fr.preau.people.LockedFiles.Locked;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Writes into the journal who has changed a family's file without being of the family: whoever adds an address gets the family's
 * letters, with the links that cancel and answer. What a family changes in its own file is no line.
 */
@Component
class OtherHands {

    private static final String OBJECT = "household";

    private final Audit audit;

    OtherHands(Audit audit) {
        this.audit = audit;
    }

    void personAdded(Locked household, UUID person) {
        note(household, () -> audit.record("person-added", OBJECT, household.file().id(), person.toString()));
    }

    void personChanged(Locked household, UUID person) {
        note(household, () -> audit.record("person-changed", OBJECT, household.file().id(), person.toString()));
    }

    void personRemoved(Locked household, UUID person) {
        note(household, () -> audit.record("person-removed", OBJECT, household.file().id(), person.toString()));
    }

    void personRestored(Locked household, UUID person) {
        note(household, () -> audit.record("person-restored", OBJECT, household.file().id(), person.toString()));
    }

    void contactAdded(Locked household) {
        note(household, () -> audit.record("contact-added", OBJECT, household.file().id(), null));
    }

    void contactRemoved(Locked household) {
        note(household, () -> audit.record("contact-removed", OBJECT, household.file().id(), null));
    }

    private static void note(Locked household, Runnable line) {
        if (!household.isOwn()) {
            line.run();
        }
    }
}
