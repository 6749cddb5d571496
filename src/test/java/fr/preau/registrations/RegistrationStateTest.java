package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RegistrationStateTest {

    private static final Instant NOW = Instant.parse("2026-02-03T13:30:00Z");

    /** Written a second time on purpose: the table of the domain rules (5.2) and nothing more. */
    private static final Map<RegistrationState, Set<RegistrationState>> RULES = Map.of(
            DRAFT, Set.of(REQUESTED, EXPIRED),
            REQUESTED, Set.of(PRE_REGISTERED, WAITING, REFUSED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE),
            PRE_REGISTERED, Set.of(CONFIRMED, EXPIRED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE),
            WAITING, Set.of(OFFERED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, CLOSED),
            OFFERED, Set.of(CONFIRMED, PRE_REGISTERED, DECLINED, EXPIRED),
            CONFIRMED, Set.of(CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, COMPLETED));

    /** What Préau takes beside them; why, says {@link RegistrationState}. */
    private static final Map<RegistrationState, Set<RegistrationState>> BESIDE = Map.of(
            DRAFT, Set.of(PRE_REGISTERED, WAITING, CONFIRMED),
            REQUESTED, Set.of(CONFIRMED, CLOSED),
            PRE_REGISTERED, Set.of(REQUESTED),
            WAITING, Set.of(REQUESTED),
            OFFERED, Set.of(CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE),
            CONFIRMED, Set.of(REQUESTED));

    @TestFactory
    Stream<DynamicTest> everyStepOfTheTwoTablesIsTakenAndEveryOtherIsRefused() {
        return Arrays.stream(RegistrationState.values()).flatMap(from -> Arrays.stream(RegistrationState.values())
                .filter(to -> from != to)
                .map(to -> DynamicTest.dynamicTest(from + " → " + to, () -> {
                    var registration = standingAt(from);
                    if (Stream.of(RULES, BESIDE).anyMatch(table -> table.getOrDefault(from, Set.of()).contains(to))) {
                        assertThat(registration.become(to, By.job(), NOW, NO_LEDGER)).isPresent();
                        assertThat(registration.state()).isEqualTo(to);
                    } else {
                        assertThatThrownBy(() -> registration.become(to, By.job(), NOW, NO_LEDGER))
                                .isInstanceOf(IllegalTransitionException.class);
                        assertThat(registration.state()).isEqualTo(from);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> aStepThatIsSentTwiceIsOne() {
        return Arrays.stream(RegistrationState.values()).map(state -> DynamicTest.dynamicTest(state.name(),
                () -> assertThat(standingAt(state).become(state, By.job(), NOW, NO_LEDGER)).isEmpty()));
    }

    @Test
    void heldOfferedAndConfirmedTakeAPlaceAndNothingElse() {
        assertThat(Arrays.stream(values()).filter(RegistrationState::takesPlace))
                .containsExactlyInAnyOrder(PRE_REGISTERED, OFFERED, CONFIRMED);
    }

    @Test
    void whatIsRefusedDeclinedExpiredCancelledClosedOrCompletedIsFinal() {
        assertThat(Arrays.stream(values()).filter(RegistrationState::isFinal)).containsExactlyInAnyOrder(
                REFUSED, DECLINED, EXPIRED, CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, CLOSED, COMPLETED);
    }

    @Test
    void aStateThatTakesAPlaceHasItsSeatsTaken() {
        for (var state : EnumSet.complementOf(EnumSet.of(COMPLETED))) {
            assertThat(Standing.in(state) == Standing.TAKEN).as(state.name()).isEqualTo(state.takesPlace());
        }
    }

    private static final SeatLedger NO_LEDGER = new SeatLedger() {
        @Override
        public boolean isAhead(UUID session) {
            return true;
        }

        @Override
        public void moved(UUID session, Standing from, Standing to) {
        }
    };

    /** The shortest legal way to a state. */
    private static Registration standingAt(RegistrationState state) {
        var request = new RegistrationRequest(RegisterCommand.series("k", UUID.randomUUID(), UUID.randomUUID(),
                List.of(UUID.randomUUID()), PartyRule.WHO_CAN), RequestCode.of("BEL", "482716"), By.job(), NOW);
        var registration = new Registration(request, UUID.randomUUID(), null, new Turn(UUID.randomUUID(), 0, NOW), NOW);
        List<RegistrationState> way = switch (state) {
            case DRAFT -> List.of();
            case REQUESTED, PRE_REGISTERED, WAITING, CONFIRMED -> List.of(state);
            case OFFERED -> List.of(WAITING, OFFERED);
            case REFUSED -> List.of(REQUESTED, REFUSED);
            case DECLINED, EXPIRED -> List.of(WAITING, OFFERED, state);
            case CANCELLED_BY_FAMILY, CANCELLED_BY_CENTRE, COMPLETED -> List.of(CONFIRMED, state);
            case CLOSED -> List.of(WAITING, CLOSED);
        };
        way.forEach(step -> registration.become(step, By.job(), NOW, NO_LEDGER));
        return registration;
    }
}
