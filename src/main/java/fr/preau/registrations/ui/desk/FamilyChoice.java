package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import fr.preau.activities.ActivitySheet;
import fr.preau.base.Picto;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.RowList;
import fr.preau.people.FoundHouseholds;
import fr.preau.people.HouseholdLine;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import java.util.Map;
import java.util.stream.Collectors;

/** Registering somebody, second question: which family? One that is known, or a new one on the spot. */
class FamilyChoice extends Div {

    private static final long serialVersionUID = 1L;

    FamilyChoice(ActivitySheet sheet, HouseholdService households, DeskWords words, String typed) {
        addClassName("stack");
        add(new H2(sheet.about().title()));
        add(new FindLine(words.say("register.find-family"), typed, text -> DeskNavigation.go(DeskNavigation.register(words.slug(),
                Map.of("activite", sheet.id().toString(), "mots", text)))).first());
        if (!typed.isBlank()) {
            add(found(sheet, households.search(typed, 0), words));
        }
        add(new NewFamilyPart(households, words,
                family -> DeskNavigation.go(DeskNavigation.register(words.slug(), sheet.id(), family))));
    }

    private static Component found(ActivitySheet sheet, FoundHouseholds found, DeskWords words) {
        if (found.lines().isEmpty()) {
            return new EmptyState(Picto.SEARCH, words.say("register.nobody.title"), words.say("register.nobody.text"));
        }
        var list = new RowList();
        found.lines().forEach(line -> list.add(line.name(), who(line),
                Link.alt(DeskNavigation.register(words.slug(), sheet.id(), line.id()), words.say("register.choose")).dressed("small")));
        return found.areMore() ? new Div(list, Notice.info(words.say("register.more-found", found.all()))) : list;
    }

    /** Two families may bear the same names; hardly one number. */
    private static String who(HouseholdLine line) {
        var names = line.persons().stream().map(PersonRecord::firstName).collect(Collectors.joining(", "));
        return line.reached().isEmpty() ? names : names + " · " + line.reached();
    }
}
