package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.PlacesLabel;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.Preview;
import fr.preau.registrations.RegistrationRefusal;
import fr.preau.registrations.RegistrationService;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** "Qui vient ?": a card per person of the family; who cannot come says why, and when that changes. */
class WhoStep extends Div {

    private static final long serialVersionUID = 1L;

    private final Task task;
    private final HouseholdRecord household;
    private final transient Drafts drafts;
    private final transient Supplier<WhoStep> again;
    private final ManyCards<UUID> cards;
    private final Div places = new Div();
    private final Div refused = new Div();
    private final NewPersonPart newPerson;
    /** What there is to do where nobody of the family can come. */
    private final @Nullable Notice nobodyCan;

    WhoStep(Task task, HouseholdRecord household, Drafts drafts, RegistrationService registrations, FamilyService family, Supplier<WhoStep> again) {
        this.task = task;
        this.household = household;
        this.drafts = drafts;
        this.again = again;
        this.newPerson = new NewPersonPart(household, drafts, family, again::get);
        addClassName("stack");
        var persons = household.registrable();
        var preview = registrations.preview(task.group().id(), persons.stream().map(PersonRecord::id).toList(),
                task.bySession() ? task.idsToCome() : Set.of(), PartyRule.WHO_CAN);
        var open = persons.stream().filter(person -> refusal(preview, person).isEmpty()).map(PersonRecord::id).collect(Collectors.toSet());
        cards = new ManyCards<>(getTranslation("registrations.family.who", task.title()), persons.stream().map(PersonRecord::id).toList(),
                id -> card(preview, household.person(id).orElseThrow())).asked();
        cards.setValue(ticked(open));
        cards.addValueChangeListener(change -> {
            drafts.change(draft -> draft.withPersons(change.getValue()));
            sayPlaces(change.getValue().size());
            takeBackRefusal();
        });
        nobodyCan = open.isEmpty() ? nobodyCan(preview, persons) : null;
        if (nobodyCan != null) {
            refused.add(nobodyCan);
        }
        if (nobodyCan != null && isForABirthDate(preview, persons)) {
            add(refused, missing(preview), cards, places, newPerson);
        } else {
            add(refused, cards, missing(preview), places, newPerson);
        }
        sayPlaces(cards.getValue().size());
    }

    /** Whether nobody of the family can come, and the step says where to go instead. */
    boolean leadsOn() {
        return nobodyCan != null;
    }

    /** What was said about an empty choice is not true any more once somebody is ticked. */
    private void takeBackRefusal() {
        if (nobodyCan == null) {
            refused.removeAll();
        }
    }

    /** Whether a birth date is all that somebody lacks. */
    private boolean isForABirthDate(Preview preview, List<PersonRecord> persons) {
        return persons.stream().flatMap(person -> refusal(preview, person).stream()).anyMatch(MissingBirthDate::isWhy);
    }

    /**
     * Who is on the list already looks there; where it is for another age, mostly for children, whoever it is for is added; the others look
     * for something else; or a birth date is all that is missing.
     */
    private Notice nobodyCan(Preview preview, List<PersonRecord> persons) {
        if (isForABirthDate(preview, persons)) {
            return Notice.info(getTranslation("registrations.family.nobody-can-yet"));
        }
        var elsewhere = new Link("/centres/" + task.centre() + "/activites", getTranslation("registrations.family.nobody-can-next"));
        if (refusals(preview, persons).allMatch(RegistrationRefusal::isAboutAge)) {
            return Notice.info(getTranslation("registrations.family.nobody-of-age")).then(elsewhere);
        }
        return Notice.info(getTranslation("registrations.family.nobody-can")).then(refusals(preview, persons).anyMatch(RegistrationRefusal::isAlreadyIn)
                ? new Link(RegisterNavigation.mine(task.centre()), getTranslation("registrations.family.done-mine")) : elsewhere);
    }

    private Stream<RegistrationRefusal> refusals(Preview preview, List<PersonRecord> persons) {
        return persons.stream().flatMap(person -> refusal(preview, person).stream()).map(PersonRefusal::why);
    }

    /** Where a birth date is all that is missing: the way to give it and come back. */
    private Div missing(Preview preview) {
        var links = new Div();
        links.addClassName("line");
        household.persons().stream().filter(person -> refusal(preview, person).filter(MissingBirthDate::isWhy).isPresent())
                .forEach(person -> links.add(MissingBirthDate.link(task, person, getTranslation("registrations.family.give-birth-date", person.firstName()))));
        links.setVisible(links.getChildren().findAny().isPresent());
        return links;
    }

    /** Whoever was ticked before and may still come; alone in the family, one is ticked already. */
    private Set<UUID> ticked(Set<UUID> open) {
        var chosen = new HashSet<>(drafts.current().persons());
        chosen.retainAll(open);
        if (household.registrable().size() == 1 && !open.isEmpty()) {
            chosen.addAll(open);
            drafts.change(draft -> draft.withPersons(open));
        }
        return chosen;
    }

    private Choice card(Preview preview, PersonRecord person) {
        String name = person.id().equals(household.you()) ? getTranslation("registrations.family.you", person.firstName()) : person.fullName();
        return refusal(preview, person)
                .map(refusal -> Choice.refused(name, getTranslation(refusal.why().key(), refusal.why().facts().toArray())))
                .orElseGet(() -> Choice.of(name, more(person)));
    }

    private String more(PersonRecord person) {
        var first = task.toCome().stream().findFirst();
        if (!person.isChild() || first.isEmpty()) {
            return getTranslation(person.isChild() ? "registrations.family.child" : "registrations.family.adult");
        }
        int age = person.ageOn(first.get().startsAt().atZone(task.zone()).toLocalDate()).orElse(0);
        return getTranslation("registrations.family.age-then", age);
    }

    /** Why this person cannot come at all: to a group by session, only when each session is refused. */
    private Optional<PersonRefusal> refusal(Preview preview, PersonRecord person) {
        var all = preview.refusedFor(person.id());
        var whole = all.stream().filter(one -> one.session() == null).findFirst();
        boolean every = !all.isEmpty() && all.stream().map(PersonRefusal::session).distinct().count() >= task.toCome().size();
        return whole.isPresent() || !every ? whole : Optional.of(all.getFirst());
    }

    private void sayPlaces(int asked) {
        places.removeAll();
        if (nobodyCan != null) {
            return;
        }
        int free = task.bySession() ? task.toCome().stream().mapToInt(session -> session.free()).max().orElse(0) : Task.free(task.toCome());
        if (free == 0) {
            places.add(new PlacesLabel(PlacesLabel.Room.FULL, getTranslation("registrations.family.full")));
        } else if (asked > 0 && !task.bySession()) {
            // Where dates are chosen one by one, the next question tells the places of each.
            places.add(new PlacesLabel(asked > free ? PlacesLabel.Room.FULL : PlacesLabel.Room.FEW, getTranslation("registrations.family.asked", asked, free)));
        }
    }

    /** Where somebody is described, the cursor goes there. */
    void goOnDescribing() {
        newPerson.goOnDescribing();
    }

    /**
     * The step with everybody in it whom it describes: who goes on with a child half added wants the child to come. Nothing while she
     * is refused or cannot come, which is said.
     */
    Optional<WhoStep> settled() {
        if (!newPerson.isBegun()) {
            return Optional.of(this);
        }
        return newPerson.add().flatMap(id -> Optional.of(again.get()).filter(next -> next.chosen().contains(id)));
    }

    /** Whether somebody is ticked; says so if nobody is. */
    boolean answered() {
        refused.removeAll();
        if (nobodyCan != null) {
            refused.add(nobodyCan.spoken());
        } else if (cards.getValue().isEmpty()) {
            refused.add(Notice.bad(getTranslation("registrations.family.who-nobody")).spoken());
        }
        return !cards.getValue().isEmpty();
    }

    List<UUID> chosen() {
        return List.copyOf(cards.getValue());
    }
}
