package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.messaging.Letter;
import fr.preau.registrations.Town.Group;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads of a new hour reads which one it stands for: the one that the family knows. */
class OldHoursTest extends RegistrationsTest {

    @Autowired
    private ScheduleService schedule;
    @Autowired
    private Moments moments;

    private Group group;

    @BeforeEach
    void inTwoWeeks() {
        group = town.group(centre).sessions(2).startingAt(clock.instant().atZone(centre.zone()).toLocalDate().plusDays(14).atTime(14, 30)
                .atZone(centre.zone()).toInstant()).stands();
    }

    @Test
    void theLetterSaysWhichDateMoved() {
        var before = starts(group.session());
        register(town.family(centre).lives());

        move(group.session(), Reach.ONE, 9, 11);

        assertThat(facts(letter("session-moved").orElseThrow())).contains(new Letter.Fact("Maintenant", full(starts(group.session()))),
                new Letter.Fact("Avant", full(before)));
    }

    @Test
    void ofSeveralEachLineSaysIt() {
        var before = group.sessions().stream().map(this::starts).toList();
        register(town.family(centre).lives());

        move(group.session(), Reach.ALL, 9, 11);

        assertThat(items(letter("session-moved").orElseThrow())).containsExactly(
                full(starts(group.session())) + ", au lieu du " + full(before.getFirst()),
                full(starts(group.sessions().getLast())) + ", au lieu du " + full(before.getLast()));
    }

    @Test
    void whoHasNotReadOfTheFirstMoveReadsTheHourOfBeforeBoth() {
        var before = starts(group.session());
        register(town.family(centre).lives());
        move(group.session(), Reach.ONE, 9, 11);

        move(group.session(), Reach.ONE, 10, 12);

        assertThat(textOf(letter("session-moved").orElseThrow())).contains(full(before));
    }

    @Test
    void whoHasReadOfTheFirstMoveOrRegisteredAfterItReadsTheHourOfBetween() {
        var before = starts(group.session());
        var reader = town.family(centre).lives();
        register(reader);
        move(group.session(), Reach.ONE, 9, 11);
        database.sql("UPDATE outbox_letter SET state = 'SENT', sent_at = :now, due_at = NULL WHERE centre_id = :centre AND kind = :kind")
                .param("now", Town.utc(clock.instant())).param("centre", centre.id()).param("kind", LetterKind.SESSION_MOVED.kind()).update();
        var between = starts(group.session());
        var newcomer = town.family(centre).lives();
        register(newcomer);

        move(group.session(), Reach.ONE, 10, 12);

        List.of(reader, newcomer).forEach(family -> assertThat(textOf(letterTo(family, "session-moved"))).contains(full(between))
                .doesNotContain(full(before)));
    }

    @Test
    void whatWasMovedBackBeforeAnybodyReadOfItIsNoNews() {
        register(town.family(centre).lives());
        move(group.session(), Reach.ONE, 9, 11);

        move(group.session(), Reach.ONE, 14, 16);
        assertThat(letter("session-moved")).isPresent();
        var session = group.session();
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version(session), Reach.ONE,
                new SessionChange(null, LocalTime.of(14, 30), LocalTime.of(16, 30), null)))).isInstanceOf(Outcome.Done.class);

        assertThat(letter("session-moved")).isEmpty();
    }

    @Test
    void whereOnlyTheEndMovesItSaysUntilWhen() {
        register(town.family(centre).lives());
        var session = group.session();

        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version(session), Reach.ONE,
                new SessionChange(null, LocalTime.of(14, 30), LocalTime.of(17, 0), null)))).isInstanceOf(Outcome.Done.class);

        assertThat(textOf(letter("session-moved").orElseThrow())).contains(full(starts(session)) + ", jusqu’à")
                .containsPattern("jusqu’à\\h17\\hh au lieu de\\h16\\hh\\h30").doesNotContain("Avant");
    }

    @Test
    void whoHasNotReadOfTheMoveReadsOfTheCancelledDateAsItWas() {
        var before = starts(group.session());
        register(town.family(centre).lives());
        move(group.session(), Reach.ONE, 9, 11);

        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), group.session(), version(group.session()), Reach.ONE, "Travaux"));

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains("La séance du " + full(before));
    }

    private void register(Town.Family family) {
        register(family, group, family.persons(), PartyRule.WHO_CAN);
    }

    private void move(UUID session, Reach reach, int from, int to) {
        int version = version(session);
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version, reach,
                new SessionChange(null, LocalTime.of(from, 0), LocalTime.of(to, 0), null)))).isInstanceOf(Outcome.Done.class);
    }

    private int version(UUID session) {
        return database.sql("SELECT version FROM activity_session WHERE id = :id").param("id", session).query(Integer.class).single();
    }

    private Instant starts(UUID session) {
        return database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single()
                .toInstant(ZoneOffset.UTC);
    }

    private String full(Instant moment) {
        return moments.full(moment, centre.zone());
    }

    private static List<Letter.Fact> facts(Letter letter) {
        return letter.parts().stream().filter(Letter.Facts.class::isInstance).flatMap(facts -> ((Letter.Facts) facts).list().stream()).toList();
    }

    private static List<String> items(Letter letter) {
        return letter.parts().stream().filter(Letter.Items.class::isInstance).map(Letter.Items.class::cast).findFirst().orElseThrow().list();
    }
}
