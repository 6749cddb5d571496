package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.Toast;
import fr.preau.people.GuardianCodeService;
import fr.preau.people.GuardianRecord;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdLine;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.Outcome;
import fr.preau.people.PersonRecord;
import java.util.UUID;

/** "Qui est responsable de Léa ?": adults of this family and of others, whoever comes and whoever goes. */
class GuardiansPart extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FEWEST_LETTERS = 2;

    private final transient GuardianService guardians;
    private final transient GuardianCodeService codes;
    private final transient HouseholdService households;
    private final transient Moments moments;
    private final HouseholdRecord household;
    private final PersonRecord child;
    private final Refusals refusals = new Refusals();
    private final Div list = new Div();
    private final Div found = new Div();

    GuardiansPart(HouseholdRecord household, PersonRecord child, GuardianService guardians, GuardianCodeService codes, HouseholdService households,
                  Moments moments) {
        this.household = household;
        this.child = child;
        this.guardians = guardians;
        this.codes = codes;
        this.households = households;
        this.moments = moments;
        addClassNames("panel", "stack");
        list.addClassName("stack");
        add(new H2(getTranslation("people.guardians.title", child.firstName())), refusals, list);
        add(isDesk() ? search() : invitation());
        show();
    }

    private static boolean isDesk() {
        return CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR, Role.ANIMATOR);
    }

    private void show() {
        list.removeAll();
        var now = guardians.of(child.id());
        if (now.isEmpty()) {
            list.add(new Paragraph(getTranslation("people.guardians.none")));
        } else {
            var rows = new RowList();
            now.forEach(one -> rows.add(one.name(), where(one), removal(one)));
            list.add(rows);
        }
        var others = new Div();
        others.addClassName("line");
        household.adults().stream().filter(adult -> now.stream().noneMatch(one -> one.person().equals(adult.id())))
                .forEach(adult -> others.add(Act.alt(getTranslation("people.guardians.add", adult.firstName()), click -> add(adult.id(), adult.fullName()))
                        .with(Picto.PLUS).small()));
        list.add(others);
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            showHistory();
        }
    }

    private void showHistory() {
        var changes = guardians.history(child.id());
        if (changes.isEmpty()) {
            return;
        }
        var story = new Story();
        changes.forEach(one -> story.add(one.added() ? Tint.LIME : Tint.PLAIN,
                getTranslation(one.added() ? "people.guardians.history-added" : "people.guardians.history-removed", one.name()),
                moments.full(one.at(), Moments.PARIS)));
        list.add(new H2(getTranslation("people.guardians.history")), story);
    }

    private String where(GuardianRecord one) {
        if (one.person().equals(household.you())) {
            return getTranslation("people.guardians.you");
        }
        return getTranslation(isHere(one) ? "people.guardians.here" : "people.guardians.elsewhere");
    }

    private boolean isHere(GuardianRecord one) {
        return one.household().equals(household.id());
    }

    /** The first tap asks, the second one does it; what is done can be taken back for a while. */
    private Div removal(GuardianRecord one) {
        var place = new Div();
        place.addClassName("line");
        var ask = Act.quiet(getTranslation("people.guardians.remove"), click -> {
            var no = Act.alt(getTranslation("base.confirm.no"), back -> show()).small();
            place.removeAll();
            var sure = isHere(one) ? "people.guardians.remove-sure-here" : "people.guardians.remove-sure";
            place.add(new Paragraph(getTranslation(sure, one.name(), child.firstName())),
                    Act.danger(getTranslation("people.guardians.remove-yes"), yes -> remove(one)).small(), no);
            no.focus();
        }).small();
        ask.setAriaLabel(getTranslation("people.guardians.remove-this", one.name()));
        place.add(ask);
        return place;
    }

    private void remove(GuardianRecord one) {
        var outcome = guardians.removeGuardian(child.id(), one.person());
        refusals.say(outcome.reasons());
        show();
        if (outcome.value().isPresent()) {
            Toast.sayWithUndo(getTranslation("people.guardians.removed", one.name()), () -> add(one.person(), one.name()));
        }
    }

    private void add(UUID adult, String name) {
        Outcome<UUID> outcome = guardians.addGuardian(child.id(), adult);
        refusals.say(outcome.reasons());
        found.removeAll();
        show();
        if (outcome.value().isPresent()) {
            Toast.say(getTranslation("people.guardians.added", name));
        }
    }

    /** The desk looks the other parent up. */
    private Div search() {
        var words = new PlainField(getTranslation("people.guardians.find")).named("guardian-words");
        var line = new Div(words, Act.alt(getTranslation("people.guardians.find-button"), click -> find(words.getValue())).with(Picto.SEARCH));
        line.addClassName("find");
        line.getElement().setAttribute("role", "search");
        return new Div(line, found);
    }

    private void find(String typed) {
        found.removeAll();
        if (typed.strip().length() < FEWEST_LETTERS) {
            found.add(Notice.info(getTranslation("people.guardians.found-none")).spoken());
            return;
        }
        var families = households.search(typed, 0);
        var rows = new RowList();
        families.lines().stream().filter(line -> !line.id().equals(household.id()))
                .forEach(line -> line.persons().stream().filter(person -> !person.isChild()).forEach(adult -> rows.add(adult.fullName(),
                whose(line),
                Act.alt(getTranslation("people.guardians.add", adult.firstName()), click -> add(adult.id(), adult.fullName())).small())));
        found.add(rows.getChildren().findAny().isPresent() ? rows : Notice.info(getTranslation("people.guardians.found-none")).spoken());
        if (families.areMore()) {
            found.add(Notice.info(getTranslation("people.guardians.more-found", families.all())));
        }
    }

    private String whose(HouseholdLine line) {
        var family = getTranslation("people.guardians.of-family", line.name());
        return line.reached().isEmpty() ? family : family + " · " + line.reached();
    }

    /** A family lets the other parent in without looking anybody up. */
    private Div invitation() {
        var place = new Div();
        place.add(Act.quiet(getTranslation("people.guardians.invite"), click -> {
            var outcome = codes.codeFor(child.id());
            refusals.say(outcome.reasons());
            outcome.value().ifPresent(code -> {
                place.removeAll();
                place.add(Notice.info(getTranslation("people.guardians.code-how")).titled(getTranslation("people.guardians.code", code)).spoken());
            });
        }).with(Picto.ADD_PERSON).small());
        return place;
    }
}
