package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import fr.preau.accounts.AccountService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What cannot be undone is asked once more at the last moment. */
@PreauTest
class ForgettingRoundTest {

    @Autowired
    private CentreService centres;
    @Autowired
    private Households households;
    @Autowired
    private Persons persons;
    @Autowired
    private HouseholdAccounts links;
    @Autowired
    private GuardianCodes codes;
    @Autowired
    private AccountService accounts;
    @Autowired
    private Forgetting forgetting;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private RetriedTransaction transactions;
    @Autowired
    private HouseholdService files;
    @Autowired
    private ContactService contacts;
    @Autowired
    private FamilyService family;
    @Autowired
    private TestCentres testCentres;
    @Autowired
    private TestClock clock;

    @AfterEach
    void theRealHour() {
        clock.reset();
    }

    @Test
    void aFamilyThatCallsWhileTheNightsListIsReadIsKept() {
        clock.set(Instant.parse("2024-09-03T10:00:00Z"));
        var here = testCentres.open();
        SignIn.as(here.id(), Role.RECEPTION);
        var silent = opened(here, "Paul");
        var calls = opened(here, "Amina");
        clock.pass(Duration.ofDays(761));

        new ForgettingRound(centres, households, persons, links, codes, accounts, List.of(new CallsMeanwhile(here.id(), calls)), forgetting, events,
                transactions, clock).go();

        assertThat(CurrentCentre.in(here.id(), () -> files.find(calls))).isPresent();
        assertThat(CurrentCentre.in(here.id(), () -> files.find(silent))).isEmpty();
    }

    /** Otherwise one file that is broken would keep all of its centre for ever, each night up to the same one. */
    @Test
    void whoCannotBeForgottenKeepsNobodyElseFromIt() {
        clock.set(Instant.parse("2024-09-03T10:00:00Z"));
        var here = testCentres.open();
        SignIn.as(here.id(), Role.RECEPTION);
        var broken = opened(here, "Paul");
        var silent = opened(here, "Amina");
        var stays = opened(here, "Lina");
        var left = CurrentCentre.in(here.id(), () -> family.addPerson(stays, PersonDetails.adult("Omar", "Benali"))).value().orElseThrow();
        CurrentCentre.runIn(here.id(), () -> family.removePerson(left));
        clock.pass(Duration.ofDays(761));
        CurrentCentre.runIn(here.id(), () -> contacts.addContact(stays, null, ContactDetails.phone("06 12 34 56 78")).value().orElseThrow());
        var failing = mock(Forgetting.class);
        doAnswer(call -> {
            forgetting.household(call.getArgument(0), call.getArgument(1));
            return null;
        }).when(failing).household(any(), any());
        doAnswer(call -> {
            forgetting.whoLeft(call.getArgument(0));
            return null;
        }).when(failing).whoLeft(any());
        doThrow(new IllegalStateException("broken")).when(failing).household(eq(broken), any());
        var told = mock(ApplicationEventPublisher.class);

        new ForgettingRound(centres, households, persons, links, codes, accounts, List.of(), failing, told, transactions, clock).go();

        assertThat(CurrentCentre.in(here.id(), () -> files.find(broken))).isPresent();
        assertThat(CurrentCentre.in(here.id(), () -> files.find(silent))).isEmpty();
        assertThat(CurrentCentre.in(here.id(), () -> persons.withId(left)).orElseThrow().toRecord(LocalDate.of(2026, 11, 1), List.of()).firstName())
                .isNotEqualTo("Omar");
        verify(told, atLeastOnce()).publishEvent(any(OldTraces.class));
    }

    private UUID opened(CentreRecord here, String firstName) {
        return CurrentCentre.in(here.id(), () -> files.openAtDesk(NewHousehold.of(PersonDetails.adult(firstName, "Benali")))).value().orElseThrow();
    }

    /** Nobody was heard of when it is asked first, and right after that somebody phones a new number in. */
    private final class CallsMeanwhile implements LastContact {

        private final UUID centre;
        private final UUID household;
        private boolean asked;

        CallsMeanwhile(UUID centre, UUID household) {
            this.centre = centre;
            this.household = household;
        }

        @Override
        public Set<UUID> heardOfSince(Collection<UUID> some, Instant since) {
            if (!asked && some.contains(household)) {
                asked = true;
                try (var desk = Executors.newSingleThreadExecutor()) {
                    desk.submit(this::phone);
                }
            }
            return Set.of();
        }

        private void phone() {
            SignIn.as(centre, Role.RECEPTION);
            CurrentCentre.runIn(centre, () -> contacts.addContact(household, null, ContactDetails.phone("06 12 34 56 78")).value().orElseThrow());
            SignIn.out();
        }

        @Override
        public boolean hasSomethingAhead(UUID some) {
            return false;
        }
    }
}
