package fr.preau.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import fr.preau.base.AppPaths;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.TaskPage;
import fr.preau.base.ui.Toast;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianCodeService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonKind;
import fr.preau.people.PersonRecord;
import java.util.UUID;

/** A person of a household: written for the first time, changed, taken out. The family and the desk have the same form. */
class PersonPage extends TaskPage {

    private static final long serialVersionUID = 1L;

    private final transient FamilyService family;
    private final transient GuardianService guardians;
    private final transient GuardianCodeService codes;
    private final transient HouseholdService families;
    private final transient Moments moments;
    private PersonForm form = PersonForm.ofAnybody(PersonKind.CHILD);
    private String wayBack = "";

    PersonPage(FamilyService family, GuardianService guardians, GuardianCodeService codes, HouseholdService families,
               Moments moments) {
        this.family = family;
        this.guardians = guardians;
        this.codes = codes;
        this.families = families;
        this.moments = moments;
    }

    void showNew(HouseholdRecord household, String back) {
        wayBack = back;
        title(getTranslation("people.person.new"));
        household.adults().stream().findFirst().map(PersonRecord::lastName).ifPresent(form::suggestLastName);
        add(form);
        bar(Link.alt(back, getTranslation("base.back")), Act.go(getTranslation("people.person.save"), click -> create(household.id())));
    }

    void showExisting(HouseholdRecord household, PersonRecord person, String back) {
        wayBack = back;
        title(person.fullName());
        form.read(person);
        add(form);
        if (person.isChild()) {
            add(new GuardiansPart(household, person, guardians, codes, families, moments));
        }
        if (!person.id().equals(household.you())) {
            add(removal(person));
        }
        bar(Link.alt(back, getTranslation("base.back")), Act.go(getTranslation("people.person.save"), click -> change(person)));
    }

    private void create(UUID household) {
        var outcome = family.addPerson(household, form.write());
        outcome.value().ifPresent(id -> done(getTranslation("people.person.added", form.write().firstName())));
        form.refuse(outcome.reasons());
    }

    private void change(PersonRecord person) {
        var outcome = family.changePerson(person.id(), person.version(), form.write());
        outcome.value().ifPresent(id -> done(getTranslation("people.person.saved")));
        form.refuse(outcome.reasons());
    }

    private void done(String words) {
        goBack();
        Toast.say(words);
    }

    private void goBack() {
        var address = new Location(AppPaths.route(wayBack));
        UI.getCurrent().navigate(address.getPath(), address.getQueryParameters());
    }

    /** Asks in place, since the undo does not bring the given-back places. */
    private Div removal(PersonRecord person) {
        var place = new Div();
        place.addClassName("acts");
        place.add(Act.quiet(getTranslation("people.person.remove", person.firstName()), ask -> {
            var no = Act.alt(getTranslation("base.confirm.no"), click -> {
                place.removeAll();
                place.add(ask.getSource());
                ask.getSource().focus();
            });
            place.removeAll();
            place.add(new Paragraph(getTranslation("people.person.remove-more", person.firstName())));
            if (!person.isChild()) {
                place.add(new Paragraph(getTranslation("people.person.remove-adult", person.firstName())));
            }
            place.add(Act.danger(getTranslation("people.person.remove-yes"), yes -> remove(person)), no);
            no.focus();
        }));
        return place;
    }

    private void remove(PersonRecord person) {
        var outcome = family.removePerson(person.id());
        form.refuse(outcome.reasons());
        if (outcome.value().isPresent()) {
            goBack();
            Toast.sayWithUndo(getTranslation("people.person.removed", person.firstName()), () -> restore(person));
        }
    }

    /** By then another screen is there: it shows who is back, and a toast says what is to be done again, or why nobody is. */
    private void restore(PersonRecord person) {
        boolean placesAreGone = family.hasGivenBack(person.id());
        family.restorePerson(person.id()).reasons().stream().findFirst().ifPresentOrElse(why -> Toast.say(getTranslation(why.key())), () -> {
            UI.getCurrent().refreshCurrentRoute(true);
            Toast.say(getTranslation(placesAreGone ? "people.person.back-without-places" : "people.person.back", person.firstName()));
        });
    }
}
