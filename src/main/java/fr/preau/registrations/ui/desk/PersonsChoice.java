package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonKind;
import fr.preau.people.PersonRecord;
import fr.preau.people.ui.PersonForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who of a family comes; whoever is not in its file yet is described here, and nothing else that is typed is lost. */
class PersonsChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final transient FamilyService families;
    private final transient DeskWords words;
    private final ManyCards<PersonRecord> cards;
    private final Div newPerson = new Div();
    private HouseholdRecord household;
    private Command changed = () -> { };

    PersonsChoice(DeskTask task, HouseholdService households, FamilyService families, DeskWords words, Clock clock) {
        this.household = task.family();
        this.households = households;
        this.families = families;
        this.words = words;
        addClassName("stack");
        newPerson.addClassName("stack");
        var today = LocalDate.ofInstant(clock.instant(), words.zone());
        cards = new ManyCards<>(words.say("register.persons"), household.registrable(), one -> Choice.of(one.fullName(), age(one, today)));
        cards.addClassName("dense");
        // Alone in the family, one is ticked already.
        tick(isAlone() ? Set.of(household.registrable().getFirst().id()) : task.ids("qui"));
        cards.addValueChangeListener(change -> changed.execute());
        add(cards, newPerson);
        offerNew();
    }

    /** @param changed when somebody else is ticked, or is new */
    void onChange(Command changed) {
        this.changed = changed;
    }

    private String age(PersonRecord one, LocalDate today) {
        var age = one.ageOn(today);
        return age.isPresent() ? words.say("attendance.age", age.getAsInt()) : one.isChild() ? "" : words.say("attendance.adult");
    }

    private boolean isAlone() {
        return household.registrable().size() == 1;
    }

    private void tick(Set<UUID> persons) {
        cards.setValue(household.registrable().stream().filter(one -> persons.contains(one.id())).collect(Collectors.toSet()));
    }

    /** The family as it is now. */
    HouseholdRecord household() {
        return household;
    }

    /** In the order of the cards. */
    List<UUID> value() {
        return household.registrable().stream().filter(cards.getValue()::contains).map(PersonRecord::id).toList();
    }

    private Act offerNew() {
        var act = Act.alt(words.say("register.add-person"), click -> describe()).with(Picto.ADD_PERSON).small();
        newPerson.removeAll();
        newPerson.add(act);
        return act;
    }

    private void describe() {
        var form = PersonForm.ofAnybody(PersonKind.CHILD);
        household.adults().stream().findFirst().map(PersonRecord::lastName).ifPresent(form::suggestLastName);
        var line = new Div(Act.alt(words.say("register.save-person"), click -> save(form)).small(),
                Act.quiet(words.say("back"), click -> offerNew().focus()).small());
        line.addClassName("line");
        newPerson.removeAll();
        newPerson.add(form, line);
        form.begin();
    }

    private void save(PersonForm form) {
        var outcome = families.addPerson(household.id(), form.write());
        form.refuse(outcome.reasons());
        outcome.value().ifPresent(this::added);
    }

    /** Whoever was alone in the family was ticked by nobody: with somebody new it is the new one who comes. */
    private void added(UUID person) {
        var ticked = isAlone() ? new HashSet<UUID>() : new HashSet<>(value());
        ticked.add(person);
        household = households.find(household.id()).orElse(household);
        cards.setItems(household.registrable());
        tick(ticked);
        offerNew().focus();
        changed.execute();
    }
}
