package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.centres.CentreRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A family that is registered in two centres, signed in by a code of one centre's reception. */
class CodeOfACentreTest extends RegistrationsTest {

    @Autowired
    private HouseholdService households;
    private CentreRecord elsewhere;
    private Family family;
    private Registered there;

    @BeforeEach
    void registeredInBoth() {
        family = town.family(centre).lives();
        elsewhere = town.centre();
        var group = town.group(centre).stands();
        as(family, () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), List.of(family.person()),
                Set.of(group.session()), PartyRule.WHO_CAN)));
        there = registeredElsewhere();
        SignIn.byCode(family.account(), centre.id());
    }

    private Registered registeredElsewhere() {
        var group = town.group(elsewhere).stands();
        family.signIn();
        return CurrentCentre.in(elsewhere.id(), () -> {
            var household = households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Benali"))).value().orElseThrow();
            var person = households.mine().orElseThrow().persons().getFirst().id();
            return (Registered) registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), household, List.of(person),
                    Set.of(group.session()), PartyRule.WHO_CAN));
        });
    }

    @Test
    void itSeesWhatIsInThatCentreOnly() {
        assertThat(in(() -> registrations.mine())).hasSize(1).noneMatch(one -> one.requestId().equals(there.request()));
        assertThat(in(() -> registrations.request(there.request()))).isEmpty();
        assertThat(in(() -> registrations.history(there.request()))).isEmpty();
        assertThat(in(() -> registrations.calendar(there.request()))).isEmpty();
    }

    @Test
    void itChangesNothingInTheOther() {
        var seat = Set.of(there.answers().getFirst().registration());
        assertThatThrownBy(() -> in(() -> registrations.cancel(seat))).isInstanceOf(NoSuchElementException.class);
        CurrentCentre.runIn(elsewhere.id(), () -> {
            assertThatThrownBy(() -> registrations.cancel(seat)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> registrations.mine()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> registrations.calendar(there.request())).isInstanceOf(AccessDeniedException.class);
        });

        family.signIn();
        assertThat(CurrentCentre.in(elsewhere.id(), () -> registrations.mine())).allMatch(one -> one.state().isActive());
    }
}
