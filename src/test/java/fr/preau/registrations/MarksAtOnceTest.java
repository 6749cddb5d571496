package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two animators correct one person's mark at once: both have read it when the first one writes. */
class MarksAtOnceTest extends RegistrationsTest {

    @Autowired
    AttendanceService attendance;
    @Autowired
    RetriedTransaction transactions;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothAreWrittenOneAfterTheOther(boolean snapshotIsolation) throws Exception {
        var group = town.group(centre).places(3).stands();
        var family = town.family(centre).lives();
        one(family, group);
        mark(group, family, AttendanceMark.PRESENT);

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var corrections = List.of(AttendanceMark.ABSENT, AttendanceMark.ABSENT_EXCUSED);
            var written = new CompletableFuture<?>[corrections.size()];
            in(() -> transactions.call(() -> {
                database.sql("SELECT id FROM attendance WHERE session_id = :session FOR UPDATE").param("session", group.session()).query().listOfRows();
                for (int i = 0; i < written.length; i++) {
                    var correction = corrections.get(i);
                    written[i] = CompletableFuture.runAsync(() -> mark(group, family, correction), task -> Thread.ofPlatform().start(task));
                }
                return pause();
            }));
            CompletableFuture.allOf(written).get(20, TimeUnit.SECONDS);
        });

        assertThat(asStaff(Role.ANIMATOR, () -> attendance.trace(group.session()))).hasSize(3);
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void mark(Town.Group group, Town.Family family, AttendanceMark mark) {
        asStaff(Role.ANIMATOR, () -> {
            attendance.mark(group.session(), family.person(), mark);
            return true;
        });
    }
}
