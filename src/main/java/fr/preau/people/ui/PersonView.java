package fr.preau.people.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.centres.CentreService;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianCodeService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdService;

/** Somebody of one's own family. */
@Route(value = FamilyNavigation.FAMILY + "/" + FamilyNavigation.PERSON + "/:person?", layout = CentreLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class PersonView extends PersonPage implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final String centre;

    PersonView(HouseholdService households, FamilyService family, GuardianService guardians, GuardianCodeService codes,
               Moments moments, CentreService centres) {
        super(family, guardians, codes, households, moments);
        this.households = households;
        this.centre = centres.current().slug();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var household = households.mine();
        String back = event.getLocation().getQueryParameters().getSingleParameter(FamilyNavigation.BACK).filter(this::isOfThisCentre)
                .orElse(FamilyNavigation.family(centre));
        if (household.isEmpty()) {
            event.forwardTo(AppPaths.route(FamilyNavigation.family(centre)));
            return;
        }
        var id = event.getRouteParameters().get("person");
        if (id.isEmpty()) {
            showNew(household.get(), back);
            return;
        }
        var person = id.flatMap(Ids::read).flatMap(named -> household.get().persons().stream().filter(one -> one.id().equals(named)).findFirst());
        showExisting(household.get(), person.orElseThrow(NotFoundException::new), back);
    }

    /** Back to a screen of the same centre, never out of the app. */
    private boolean isOfThisCentre(String back) {
        return back.matches(AppPaths.of(centre) + "/[a-z0-9/=?&-]{1,300}") && !back.contains("//");
    }
}
