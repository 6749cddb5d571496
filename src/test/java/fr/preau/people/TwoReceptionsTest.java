package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two who write in one family's file at once: each begins while the other one has it, and sees what she has done. */
@PreauTest
class TwoReceptionsTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private DeskSignInService codes;
    @Autowired
    private Households files;
    @Autowired
    private RetriedTransaction transactions;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID file;

    @BeforeEach
    void aFamilyOfTwoAdults() throws Exception {
        here = centres.open();
        file = atTheDesk(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali"))).value().orElseThrow());
        atTheDesk(() -> family.addPerson(file, PersonDetails.adult("Karim", "Benali")).value().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofTwoAdultsWhoAreTakenOutAtOnceOneStays(boolean snapshotIsolation) throws Exception {
        var adults = adults();

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var outcomes = whileTheFileIsHeld(() -> family.removePerson(adults.getFirst()), () -> family.removePerson(adults.getLast()));

            assertThat(outcomes).filteredOn(outcome -> outcome.value().isPresent()).hasSize(1);
            assertThat(outcomes).flatExtracting(Outcome::reasons).containsExactly(PeopleRefusal.LAST_ADULT);
        });

        assertThat(adults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoCodesForOneAdultAreForOneAccount(boolean snapshotIsolation) throws Exception {
        var amina = adults().getFirst();

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () ->
                assertThat(whileTheFileIsHeld(() -> codes.codeFor(amina), () -> codes.codeFor(amina))).allMatch(code -> code.value().isPresent()));

        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM household_account WHERE person_id = ?", Integer.class, amina)).isEqualTo(1);
    }

    private List<UUID> adults() throws Exception {
        return atTheDesk(() -> households.find(file).orElseThrow()).persons().stream().map(PersonRecord::id).toList();
    }

    /** Both have begun, and wait for the file, when a third one lets it go. */
    @SafeVarargs
    private <T> List<T> whileTheFileIsHeld(Callable<T>... gestures) throws Exception {
        var answers = new ArrayList<Future<T>>();
        try (var desks = Executors.newFixedThreadPool(gestures.length)) {
            CurrentCentre.runIn(here.id(), () -> transactions.run(() -> {
                files.lock(file).orElseThrow();
                List.of(gestures).forEach(gesture -> answers.add(desks.submit(() -> atTheDesk(gesture))));
                pause();
            }));
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get(20, TimeUnit.SECONDS));
            }
            return all;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T atTheDesk(Callable<T> work) throws Exception {
        SignIn.as(here.id(), Role.RECEPTION);
        try {
            return CurrentCentre.in(here.id(), work::call);
        } finally {
            SignIn.out();
        }
    }
}
