package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Beyond the places there is a place by the right of reception and of the direction, and by a reason; by neither alone. */
class OverbookingReasonTest extends RegistrationsTest {

    @Test
    void aReasonOfBlanksIsNoneAndWhoMayNotHasNoneThatCounts() {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var next = town.family(centre).lives();
        var command = RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), next.id(), List.of(next.person()),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.DESK);

        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> desk.register(command, DeskTerms.ordinary().overbooking("Sa sœur vient"))))
                .isInstanceOf(AccessDeniedException.class);
        var answer = answers(asStaff(Role.DIRECTOR, () -> desk.register(command, DeskTerms.ordinary().overbooking(" \t ")))).getFirst();

        assertThat(answer.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(taken(group.session())).isEqualTo(1);
        countersAreTrue(group);
    }
}
