package fr.preau.federation;

import fr.preau.activities.ActivityFigures;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.people.HouseholdFigures;
import fr.preau.registrations.RegistrationFigures;
import java.util.List;
import org.springframework.stereotype.Service;

/** Shows all centres in numbers. Each module counts its own, in one statement for all centres; no name of a person is read. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
public class OverviewService {

    private final CentreService centres;
    private final ActivityFigures activities;
    private final RegistrationFigures registrations;
    private final HouseholdFigures households;

    OverviewService(CentreService centres, ActivityFigures activities, RegistrationFigures registrations, HouseholdFigures households) {
        this.centres = centres;
        this.activities = activities;
        this.registrations = registrations;
        this.households = households;
    }

    /** All centres by name. */
    public List<CentreFigures> centres() {
        var offered = activities.perCentre();
        var asked = registrations.perCentre();
        var families = households.perCentre();
        return centres.all().stream().map(centre -> figures(centre,
                offered.getOrDefault(centre.id(), new ActivityFigures.Figures(centre.id(), 0, 0, 0)),
                asked.getOrDefault(centre.id(), new RegistrationFigures.Figures(centre.id(), 0, 0)),
                families.getOrDefault(centre.id(), 0L))).toList();
    }

    private static CentreFigures figures(CentreRecord centre, ActivityFigures.Figures offered, RegistrationFigures.Figures asked, long families) {
        return new CentreFigures(centre.slug(), centre.name(), centre.contact().city(), offered.activities(), offered.places(), offered.taken(),
                asked.registered(), asked.waiting(), families);
    }
}
