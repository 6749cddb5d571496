package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.TwoLines;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.ui.HouseholdPart;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.RegistrationRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** In a family's file: what it is registered for or waits for, and the way to register it for something else. */
@org.springframework.stereotype.Component
class FamilyRegistrations implements HouseholdPart {

    private final DeskService desk;
    private final DeskWords words;

    FamilyRegistrations(DeskService desk, DeskWords words) {
        this.desk = desk;
        this.words = words;
    }

    @Override
    public Component of(HouseholdRecord household) {
        var part = new Div(new H2(words.say("family.title")));
        part.addClassName("stack");
        var requests = desk.goingOn(household.id()).stream()
                .collect(Collectors.groupingBy(RegistrationRecord::requestId, LinkedHashMap::new, Collectors.toList())).values();
        if (requests.isEmpty()) {
            part.add(new Paragraph(words.say("family.none")));
        } else {
            var rows = new RowList();
            requests.forEach(request -> row(rows, request));
            part.add(rows);
        }
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            part.add(new Div(Link.alt(DeskNavigation.register(words.slug(), null, household.id()), words.say("family.register")).with(Picto.TICKET)));
        }
        return part;
    }

    /** A request leads to its own screen; where its persons stand differently, each state is there. */
    private void row(RowList rows, List<RegistrationRecord> request) {
        var first = request.getFirst();
        var states = new Div();
        states.addClassName("line");
        request.stream().collect(Collectors.toMap(one -> words.state(one).getText(), one -> one, (before, same) -> before, LinkedHashMap::new))
                .values().forEach(one -> states.add(words.state(one)));
        rows.row(new Link(DeskNavigation.request(words.slug(), first.requestId()),
                new TwoLines(words.title(first.title(), first.groupName()), words.whose(request))), states);
    }
}
