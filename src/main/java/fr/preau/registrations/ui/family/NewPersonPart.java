package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonDetails;
import fr.preau.people.ui.PersonForm;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who is not in the family's file yet, without leaving the question; whoever was half described before is found again. */
class NewPersonPart extends Div {

    private static final long serialVersionUID = 1L;

    private final HouseholdRecord household;
    private final transient Drafts drafts;
    private final transient FamilyService family;
    private final Runnable added;
    /** While the form is open. */
    private @Nullable PersonForm form;

    /** @param added what to do when somebody is in the file by the form's own button */
    NewPersonPart(HouseholdRecord household, Drafts drafts, FamilyService family, Runnable added) {
        this.household = household;
        this.drafts = drafts;
        this.family = family;
        this.added = added;
        addClassName("stack");
        Optional.ofNullable(drafts.current().typed()).ifPresentOrElse(this::describe, this::offer);
    }

    private Act offer() {
        removeAll();
        form = null;
        var act = Act.alt(getTranslation("registrations.family.add-person"), click -> {
            describe(NewcomerStep.somebodyOf(household));
            goOnDescribing();
        }).with(Picto.ADD_PERSON);
        add(act);
        return act;
    }

    private void describe(PersonDetails typed) {
        removeAll();
        var described = PersonForm.ofAnybody(typed.kind());
        described.read(typed);
        described.onTyping(drafts::type);
        form = described;
        var ways = new Div(Act.alt(getTranslation("registrations.family.save-person"), save -> add().ifPresent(id -> added.run())),
                Act.quiet(getTranslation("registrations.family.no-person"), close -> {
                    drafts.change(FamilyDraft::typedOut);
                    offer().focus();
                }));
        ways.addClassName("line");
        add(described, ways);
    }

    /** Where the form is open, the cursor goes there. */
    void goOnDescribing() {
        if (form != null) {
            form.begin();
        }
    }

    /** Whether somebody is described who is not added yet. */
    boolean isBegun() {
        return form != null && form.isBegun();
    }

    /** Puts whoever is described into the file and among those who come; nothing if that is refused, which is said beside it. */
    Optional<UUID> add() {
        var outcome = family.addPerson(household.id(), form.write());
        form.refuse(outcome.reasons());
        outcome.value().ifPresent(id -> drafts.change(draft -> {
            var more = new HashSet<>(draft.persons());
            more.add(id);
            return draft.withPersons(more).typedOut();
        }));
        return outcome.value();
    }
}
