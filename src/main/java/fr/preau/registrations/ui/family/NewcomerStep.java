package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonKind;
import fr.preau.people.TypedDate;
import fr.preau.people.ui.PersonForm;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * "Qui vient ?" for somebody who comes to this centre for the first time: her name is the one thing that is missing. Who comes alone
 * goes on from here; who brings others adds them on the same screen.
 */
class NewcomerStep extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final transient Drafts drafts;
    private final PersonForm form = PersonForm.ofAdult();

    /** @param withOthers opens the question for a family, once she is in the file */
    NewcomerStep(HouseholdService households, Drafts drafts, Consumer<HouseholdRecord> withOthers) {
        this.households = households;
        this.drafts = drafts;
        addClassName("stack");
        drafts.typed().ifPresent(form::read);
        form.onTyping(drafts::type);
        add(new Paragraph(getTranslation("registrations.family.newcomer")), form,
                Act.alt(getTranslation("registrations.family.add-person"), click -> welcome().ifPresent(household -> {
                    drafts.change(draft -> draft.typing(somebodyOf(household)));
                    withOthers.accept(household);
                })).with(Picto.ADD_PERSON));
    }

    /** Opens her file, or finds the one that reception has opened; nothing while her name is refused, which is said beside it. */
    Optional<HouseholdRecord> welcome() {
        var outcome = households.welcome(NewHousehold.of(form.write()));
        form.refuse(outcome.reasons());
        var household = outcome.value().flatMap(id -> households.mine());
        household.ifPresent(one -> drafts.change(FamilyDraft::typedOut));
        return household;
    }

    /** Mostly a child, who mostly bears the name of the family. */
    static PersonDetails somebodyOf(HouseholdRecord household) {
        String name = household.adults().stream().findFirst().map(adult -> adult.lastName()).orElse("");
        return new PersonDetails(PersonKind.CHILD, "", name, TypedDate.NONE);
    }
}
