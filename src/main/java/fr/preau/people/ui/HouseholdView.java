package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Ids;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.people.ContactService;
import fr.preau.people.DeskFileService;
import fr.preau.people.FamilyService;
import fr.preau.people.ForgettingService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.Outcome;
import fr.preau.people.PersonRecord;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** One family's file, as the desk sees it: persons, who answers for whom, how they are reached, who may be there twice. */
@Route(value = FamilyNavigation.HOUSEHOLDS + "/:household", layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
public class HouseholdView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient DeskFileService files;
    private final transient HouseholdService households;
    private final transient FamilyService family;
    private final transient ContactService contacts;
    private final transient GuardianService guardians;
    private final transient CodeParts codes;
    private final transient ForgettingService forgetting;
    private final transient List<HouseholdPart> parts;
    private final PersonWords words;
    private final CentreRecord centre;
    private final Refusals refusals = new Refusals();
    private final Div content = new Div();
    private final Div persons = new Div();
    private final Div others = new Div();
    private final Div end = new Div();
    private final Refusals whyNot = new Refusals();
    private UUID id = new UUID(0, 0);

    HouseholdView(DeskFileService files, HouseholdService households, FamilyService family, ContactService contacts, GuardianService guardians,
                  CodeParts codes, ForgettingService forgetting, List<HouseholdPart> parts, CentreService centres, Clock clock) {
        this.files = files;
        this.households = households;
        this.family = family;
        this.contacts = contacts;
        this.guardians = guardians;
        this.codes = codes;
        this.forgetting = forgetting;
        this.parts = parts;
        this.words = new PersonWords(this, clock);
        this.centre = centres.current();
        content.addClassName("two");
        persons.addClassName("stack");
        others.addClassName("stack");
        add(refusals, content, others, end);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("household").flatMap(Ids::read).orElseThrow(NotFoundException::new);
        acts(Link.go(FamilyNavigation.newPersonOf(centre.slug(), id), getTranslation("people.family.add")).with(Picto.ADD_PERSON));
        back(HouseholdsView.asBefore(centre.slug(), event.getLocation().getQueryParameters()), getTranslation("people.households.title"));
        // the screen is the same one when a link leads from a family to another
        refusals.say(List.of());
        whyNot.say(List.of());
        show();
    }

    private void show() {
        var household = files.open(id).orElseThrow(NotFoundException::new);
        title(getTranslation("people.household.name", household.name()));
        content.removeAll();
        persons.removeAll();
        showDuplicates();
        showPersons(household);
        content.add(persons, new ContactsPart(getTranslation("people.contacts.title-desk"),
                () -> households.find(id).orElseThrow(NotFoundException::new), contacts));
        others.removeAll();
        parts.forEach(part -> others.add(part.of(household)));
        end.removeAll();
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            end.add(new FormSection(getTranslation("people.copy.section-desk"), CopyLink.of(id, centre.id()))
                    .hint(getTranslation("people.copy.hint-desk")));
        }
        if (CurrentUser.isOneOf(Role.DIRECTOR)) {
            end.add(forgetting());
        }
    }

    private void showDuplicates() {
        var doubles = households.possibleDuplicates(id);
        if (doubles.isEmpty()) {
            return;
        }
        var links = new UnorderedList();
        doubles.forEach(person -> links.add(new ListItem(
                new Link(FamilyNavigation.household(centre.slug(), person.householdId()), person.fullName() + ", " + words.age(person)))));
        persons.add(Notice.warn(getTranslation("people.household.duplicates")).then(links));
    }

    private void showPersons(HouseholdRecord household) {
        persons.add(new H2(getTranslation("people.household.persons")));
        var rows = new RowList();
        household.persons().forEach(person -> rows.add(person.fullName(), more(household, person),
                new Link(FamilyNavigation.personOf(centre.slug(), id, person.id()), getTranslation("people.family.change", person.firstName())).dressed("btn", "quiet", "small")));
        persons.add(rows);
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            persons.add(codes.of(household.adults()));
        }
        household.children().stream().map(child -> guardians(household, child)).filter(line -> line.getChildren().findAny().isPresent()).forEach(persons::add);
        if (!household.wards().isEmpty()) {
            persons.add(new H2(getTranslation("people.household.wards")));
            var elsewhere = new RowList();
            household.wards().forEach(child -> elsewhere.add(child.fullName(), words.age(child),
                    new Link(FamilyNavigation.household(centre.slug(), child.householdId()), getTranslation("people.household.their-family"))));
            persons.add(elsewhere);
        }
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            showWhoWasTakenOut();
        }
    }

    /** It was a slip, or somebody comes back to her family. */
    private void showWhoWasTakenOut() {
        var gone = households.takenOutOf(id);
        if (gone.isEmpty()) {
            return;
        }
        var rows = new RowList();
        gone.forEach(person -> rows.add(person.fullName(), words.age(person),
                Act.quiet(getTranslation("people.household.take-back", person.firstName()), click -> askToTakeBack(person)).small()));
        persons.add(new H2(getTranslation("people.household.taken-out")), new Paragraph(getTranslation("people.household.taken-out-hint")), rows);
    }

    /** An adult opens the file again from then on. */
    private void askToTakeBack(PersonRecord person) {
        if (person.isChild()) {
            takeBack(person);
        } else {
            Confirm.ask(getTranslation("people.household.take-back-sure", person.firstName()),
                    getTranslation("people.household.take-back-then", person.firstName()), getTranslation("people.household.take-back-yes"), () -> takeBack(person));
        }
    }

    private void takeBack(PersonRecord person) {
        settle(family.restorePerson(person.id()), getTranslation("people.household.taken-back", person.firstName()));
        goOnAtHeading();
    }

    private String more(HouseholdRecord household, PersonRecord person) {
        if (!person.isChild()) {
            return words.age(person);
        }
        String guardians = household.adults().stream().filter(adult -> person.guardians().contains(adult.id()))
                .map(PersonRecord::firstName).collect(Collectors.joining(", "));
        boolean elsewhere = person.guardians().size() > household.adults().stream().filter(adult -> person.guardians().contains(adult.id())).count();
        String all = elsewhere ? guardians + (guardians.isEmpty() ? "" : ", ") + getTranslation("people.household.guardian-elsewhere") : guardians;
        return getTranslation("people.household.child", words.age(person), all.isEmpty() ? getTranslation("people.household.no-guardian") : all);
    }

    /** Adults of this family who do not answer for the child yet. */
    private Div guardians(HouseholdRecord household, PersonRecord child) {
        var line = new Div();
        line.addClassName("line");
        household.adults().stream().filter(adult -> !child.guardians().contains(adult.id())).forEach(adult ->
                line.add(Act.alt(getTranslation("people.household.make-guardian", adult.firstName(), child.firstName()),
                        click -> settle(guardians.addGuardian(child.id(), adult.id()), getTranslation("people.person.saved"))).small()));
        return line;
    }

    /** At the end of the page, away from what is pressed every day. */
    private FormSection forgetting() {
        return new FormSection(getTranslation("people.household.forget.section"), Act.danger(getTranslation("people.household.forget"),
                click -> Confirm.askBeforeLoss(getTranslation("people.household.forget.title"), getTranslation("people.household.forget.text"),
                        getTranslation("people.household.forget.yes"), this::forget)).small(), whyNot)
                .hint(getTranslation("people.household.forget.hint"));
    }

    private void forget() {
        var outcome = forgetting.forget(id);
        whyNot.say(outcome.reasons());
        if (outcome.value().isPresent()) {
            Toast.say(getTranslation("people.household.forgotten"));
            getUI().ifPresent(ui -> ui.navigate(AppPaths.route(FamilyNavigation.households(centre.slug()))));
        }
    }

    private void settle(Outcome<UUID> outcome, String done) {
        refusals.say(outcome.reasons());
        if (outcome.value().isPresent()) {
            show();
            Toast.say(done);
        }
    }
}
