package fr.preau.registrations.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.base.Role;
import fr.preau.registrations.RegistrationsTest;
import fr.preau.registrations.Town;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Names, birth dates and phones that leave in a file leave a line in the journal, which holds none of them. */
class ExportTraceTest extends RegistrationsTest {

    private static final int MORE_THAN_ONE_BUFFER = 60;

    @Autowired
    FollowUpService followUp;
    @Autowired
    Audit audit;

    private Town.Group group;

    @BeforeEach
    void twoRequests() {
        group = town.group(centre).places(MORE_THAN_ONE_BUFFER + 2).stands();
        one(town.family(centre).named("D’Hondt").lives(), group);
        one(town.family(centre).named("Élodie").lives(), group);
    }

    @Test
    void eachFileIsWrittenDownWithItsFormatItsLinesAndWhichOnes() throws IOException {
        var now = clock.instant();
        export(FollowUpFilter.of(Show.ALL));
        export(new FollowUpFilter(Show.CONFIRMED, group.activity(), now, now.plus(Duration.ofDays(21)), "hondt"));
        var reception = SignIn.as(centre.id(), Role.RECEPTION);
        in(() -> {
            followUp.exportXlsx(FollowUpFilter.of(Show.TO_DO), new ByteArrayOutputStream());
            return true;
        });
        SignIn.out();

        assertThat(written()).extracting(AuditRecord::reason).containsExactly("xlsx 0 to-do", "csv 1 confirmed activity period words", "csv 2 all");
        assertThat(written().getFirst().account()).isEqualTo(reception.account());
        assertThat(written().getFirst().centre()).isEqualTo(centre.id());
    }

    @Test
    void aCodeThatWasTypedIsOneRequestAndNotTold() {
        String code = database.sql("SELECT code FROM registration_request WHERE centre_id = :centre LIMIT 1").param("centre", centre.id())
                .query(String.class).single();
        export(new FollowUpFilter(Show.TO_DO, null, null, null, code));

        assertThat(written()).extracting(AuditRecord::reason).containsExactly("csv 1 request");
    }

    @Test
    void whoeverHangsUpInTheMiddleStandsInTheJournalWithTheWholeFile() throws IOException {
        for (int i = 0; i < MORE_THAN_ONE_BUFFER; i++) {
            one(town.family(centre).lives(), group);
        }
        assertThatThrownBy(() -> asStaff(Role.DIRECTOR, () -> {
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), new HangsUp());
            return true;
        })).hasRootCauseMessage("Gone");

        assertThat(written()).extracting(AuditRecord::reason).containsExactly("csv " + (MORE_THAN_ONE_BUFFER + 2) + " all");
        assertThat(spooled()).as("nothing of it is left").isEmpty();
    }

    @Test
    void whileABrowserFetchesTheFileNoTransactionWaitsForIt() {
        var sent = new Watches(() -> {
            assertThat(TransactionSynchronizationManager.isSynchronizationActive()).as("in a transaction").isFalse();
            assertThat(written()).as("in the journal already").hasSize(1);
            assertThat(spooled()).as("no file that somebody else could open").isEmpty();
        });
        asStaff(Role.RECEPTION, () -> {
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), sent);
            return true;
        });

        assertThat(sent.watched).isTrue();
    }

    /** Of a centre’s whole life there are hundreds of thousands. */
    @Test
    void theRowsOfAFileAreNeverAllInMemory() throws Exception {
        var rowByRow = SqlCount.rowByRowDuring(() -> {
            export(FollowUpFilter.of(Show.ALL));
            return true;
        });

        assertThat(rowByRow).singleElement().asString().contains("FROM registration_request");
    }

    @Test
    void whoMayNotExportLeavesNoLine() {
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> {
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), new ByteArrayOutputStream());
            return true;
        })).isInstanceOf(AccessDeniedException.class);

        assertThat(written()).isEmpty();
    }

    private void export(FollowUpFilter filter) {
        asStaff(Role.RECEPTION, () -> {
            followUp.exportCsv(filter, new ByteArrayOutputStream());
            return true;
        });
    }

    private List<AuditRecord> written() {
        return audit.of("centre", centre.id()).stream().filter(line -> line.action().equals("registrations-exported")).toList();
    }

    private static List<Path> spooled() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("preau-export")).toList();
        }
    }

    /** A browser that looks around while something comes. */
    private static final class Watches extends OutputStream {

        private final ThrowingRunnable look;
        private boolean watched;

        private Watches(ThrowingRunnable look) {
            this.look = look;
        }

        @Override
        public void write(int one) throws IOException {
            if (!watched) {
                watched = true;
                look.run();
            }
        }
    }

    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws IOException;
    }

    /** A browser that is closed as soon as something comes. */
    private static final class HangsUp extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("Gone");
        }
    }
}
