package fr.preau.people.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.centres.CentreService;
import fr.preau.people.DeskFileService;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianCodeService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdService;

/** Somebody of a family, written by the desk. */
@Route(value = FamilyNavigation.HOUSEHOLDS + "/:household/" + FamilyNavigation.PERSON + "/:person?", layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
public class HouseholdPersonView extends PersonPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient DeskFileService files;
    private final String centre;

    HouseholdPersonView(DeskFileService files, HouseholdService households, FamilyService family, GuardianService guardians, GuardianCodeService codes,
                        Moments moments, CentreService centres) {
        super(family, guardians, codes, households, moments);
        this.files = files;
        this.centre = centres.current().slug();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var household = parameters.get("household").flatMap(Ids::read).flatMap(files::open).orElseThrow(NotFoundException::new);
        String back = FamilyNavigation.household(centre, household.id());
        var person = parameters.get("person").map(id -> Ids.read(id).orElseThrow(NotFoundException::new));
        if (person.isEmpty()) {
            showNew(household, back);
        } else {
            showExisting(household, household.persons().stream().filter(one -> one.id().equals(person.get())).findFirst()
                    .orElseThrow(NotFoundException::new), back);
        }
    }
}
