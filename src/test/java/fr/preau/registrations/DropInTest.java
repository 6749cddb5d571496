package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Outcome;
import fr.preau.base.Role;
import fr.preau.registrations.Town.Group;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An activity to which everybody just comes from now on leaves nobody in a list that nobody looks at. */
class DropInTest extends RegistrationsTest {

    @Autowired
    private ActivityService activities;
    @Autowired
    private CatalogueService catalogue;

    @Test
    void registrationIsNotGivenUpWhileSomebodyWaitsForAPlaceOrHasAnOpenOffer() {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waiting = town.family(centre).lives();
        var waits = one(waiting, group).registration();
        assertThat(withoutRegistration(group)).isEqualTo(new Outcome.Refused(Outcome.Reason.FAMILIES_WAIT));

        as(holder, () -> registrations.cancel(Set.of(seat)));
        assertThat(stateOf(waits)).isEqualTo(RegistrationState.OFFERED);
        assertThat(withoutRegistration(group)).isEqualTo(new Outcome.Refused(Outcome.Reason.FAMILIES_WAIT));

        as(waiting, () -> offers.accept(openOffer(waits)));
        assertThat(withoutRegistration(group)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void norWhileTheTeamHasNotAnsweredARequest() {
        var group = town.group(centre).byApproval().stands();
        var request = one(town.family(centre).lives(), group).registration();
        assertThat(withoutRegistration(group)).isEqualTo(new Outcome.Refused(Outcome.Reason.FAMILIES_WAIT));

        asStaff(Role.RECEPTION, () -> approvals.refuse(Set.of(request), "Venez directement"));
        assertThat(withoutRegistration(group)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome withoutRegistration(Group group) {
        return asStaff(Role.ANIMATOR, () -> {
            var sheet = catalogue.sheet(group.activity()).orElseThrow();
            var now = ActivityInput.of(sheet, centre.zone());
            return activities.change(group.activity(), sheet.version(), new ActivityInput(now.title(), now.summary(), now.description(),
                    now.category(), now.photo(), now.who(), now.minAge(), now.maxAge(), now.birthYearFrom(), now.birthYearTo(), now.withAdult(),
                    now.dates(), now.place(), now.accessNote(), now.bring(), now.price(), now.places(), false, now.needsApproval(),
                    now.booking(), now.opensAt(), now.closesAt(), now.holdDays()));
        });
    }
}
