package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.Ids;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.centres.CentreRecord;
import fr.preau.people.HouseholdRecord;
import fr.preau.registrations.RegistrationRecord;
import java.util.Arrays;
import java.util.List;

/** Who was asked for and is not in this registration, or not for all dates: another page had sent it before. How to ask for them now. */
class LeftOut extends Div {

    private static final long serialVersionUID = 1L;

    /** @param ids of these persons, as the address says them */
    LeftOut(String ids, HouseholdRecord household, List<RegistrationRecord> request, CentreRecord centre) {
        var persons = Arrays.stream(ids.split(",")).flatMap(one -> Ids.read(one).stream())
                .flatMap(one -> household.person(one).stream()).toList();
        addClassName("stack");
        setVisible(!persons.isEmpty());
        var first = request.getFirst();
        var again = RegisterNavigation.step(centre.slug(), first.slug(), RegisterNavigation.WHO, first.groupId());
        persons.forEach(person -> {
            boolean forSomeDates = request.stream().anyMatch(one -> one.personId().equals(person.id()));
            var key = forSomeDates ? "registrations.family.left-out-dates" : "registrations.family.left-out";
            add(Notice.warn(getTranslation(key, person.firstName()))
                    .then(new Link(again, getTranslation("registrations.family.left-out-link", person.firstName()))));
        });
    }
}
