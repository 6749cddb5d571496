package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The federation counts people, not rows. */
class RegistrationFiguresTest extends RegistrationsTest {

    @Autowired
    RegistrationFigures figures;

    @Test
    void aPersonIsOneHoweverManySessionsSheIsRegisteredOrWaitsFor() {
        var wednesdays = town.group(centre).sessions(5).places(1).stands();
        var first = town.family(centre).lives();
        register(first, wednesdays, List.of(first.person()), PartyRule.WHO_CAN);
        var second = town.family(centre).lives();
        register(second, wednesdays, List.of(second.person()), PartyRule.WHO_CAN);
        one(second, town.group(centre).series(3).stands());

        assertThat(counted()).isEqualTo(new RegistrationFigures.Figures(centre.id(), 2, 1));
    }

    @Test
    void whoHasAnOfferIsAmongThePlacesThatAreTakenAndWaitsNoMore() {
        var group = town.group(centre).places(1).stands();
        var first = one(town.family(centre).lives(), group);
        var second = one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);
        asStaff(Role.RECEPTION, () -> desk.cancelForFamily(Set.of(first.registration()), Channel.PHONE, null));

        assertThat(stateOf(second.registration())).isEqualTo(RegistrationState.OFFERED);
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(counted()).isEqualTo(new RegistrationFigures.Figures(centre.id(), 0, 1));
    }

    private RegistrationFigures.Figures counted() {
        SignIn.as(centre.id(), Role.FEDERATION);
        return figures.perCentre().get(centre.id());
    }
}
