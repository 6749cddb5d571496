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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

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
    void whoeverHangsUpInTheMiddleHasHadWhatWasSent() {
        for (int i = 0; i < MORE_THAN_ONE_BUFFER; i++) {
            one(town.family(centre).lives(), group);
        }
        assertThatThrownBy(() -> asStaff(Role.DIRECTOR, () -> {
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), new HangsUp());
            return true;
        })).isInstanceOf(UncheckedIOException.class);

        assertThat(written()).extracting(AuditRecord::reason).singleElement().asString().matches("csv [1-9][0-9]* all");
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

    /** A browser that is closed as soon as something comes. */
    private static final class HangsUp extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("Gone");
        }
    }
}
