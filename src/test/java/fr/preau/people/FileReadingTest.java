package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Who of the team opens a family's file stands in the journal. */
class FileReadingTest extends ScreenTest {

    @Autowired
    private DeskFileService files;
    @Autowired
    private HouseholdService households;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID household;

    @BeforeEach
    void aFamily() {
        here = centres.open();
        household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theScreenOfAFamilyLeavesALineForWhoOpensItAndOneAgainAfterAnHour() {
        var reception = SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/familles/" + household);
        open(here.slug() + "/familles/" + household + "/personne");
        assertThat(read()).extracting(AuditRecord::account).containsExactly(reception.account());
        assertThat(read().getFirst().centre()).isEqualTo(here.id());
        assertThat(read().getFirst().reason()).isNull();

        clock.pass(Duration.ofHours(1).plusSeconds(1));
        open(here.slug() + "/familles/" + household);
        assertThat(read()).hasSize(2);

        var animator = SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/familles/" + household + "/personne");
        assertThat(read()).extracting(AuditRecord::account).startsWith(animator.account()).hasSize(3);
    }

    @Test
    void theFamilyItselfLeavesNone() {
        open(here.slug() + "/famille");
        assertThat(read()).isEmpty();
        assertThatThrownBy(() -> CurrentCentre.in(here.id(), () -> files.open(household))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsNotThereWasNotRead() {
        SignIn.as(here.id(), Role.DIRECTOR);
        var nobody = Ids.next();
        assertThat(CurrentCentre.in(here.id(), () -> files.open(nobody))).isEmpty();
        assertThat(audit.of("household", nobody)).isEmpty();

        var there = centres.open();
        SignIn.as(there.id(), Role.DIRECTOR);
        assertThat(CurrentCentre.in(there.id(), () -> files.open(household))).isEmpty();
        assertThat(read()).isEmpty();
    }

    @Test
    void whoWorksInTwoCentresReadsTwoFiles() {
        var there = centres.open();
        var other = Families.welcomed(jdbc, there, households, "Amina", "Benali");
        SignIn.as(Ids.next(), Set.of(new Grant(Role.RECEPTION, here.id()), new Grant(Role.RECEPTION, there.id())));
        assertThat(CurrentCentre.in(here.id(), () -> files.open(household))).isPresent();
        assertThat(CurrentCentre.in(there.id(), () -> files.open(other))).isPresent();
        assertThat(read()).hasSize(1);
        assertThat(audit.of("household", other)).hasSize(1);
    }

    private List<AuditRecord> read() {
        return audit.of("household", household).stream().filter(line -> line.action().equals("household-read")).toList();
    }
}
