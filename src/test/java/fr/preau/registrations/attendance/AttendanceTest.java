package fr.preau.registrations.attendance;

import static fr.preau.registrations.attendance.AttendanceMark.ABSENT;
import static fr.preau.registrations.attendance.AttendanceMark.ABSENT_EXCUSED;
import static fr.preau.registrations.attendance.AttendanceMark.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import fr.preau.registrations.Answer;
import fr.preau.registrations.Channel;
import fr.preau.registrations.OfferOutcome;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.RegistrationsTest;
import fr.preau.registrations.TodayService;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.attendance.AttendanceSheet.Line;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class AttendanceTest extends RegistrationsTest {

    @Autowired
    AttendanceService attendance;
    @Autowired
    TodayService today;

    private Group group;
    private Family family;

    @BeforeEach
    void aSession() {
        group = town.group(centre).places(3).stands();
        family = town.family(centre).of(2).lives();
        register(family, group, family.persons(), PartyRule.WHO_CAN);
    }

    @Test
    void everybodyExpectedStandsOnTheSheetOnceAndNobodyWhoWaits() {
        var waiting = town.family(centre).of(2).lives();
        register(waiting, group, waiting.persons(), PartyRule.TOGETHER);

        var sheet = sheet();

        assertThat(sheet.lines()).extracting(Line::person).containsExactlyInAnyOrderElementsOf(family.persons());
        assertThat(sheet.unset()).isEqualTo(2);
    }

    @Test
    void oneTapMarksAnotherCorrectsAndTheTraceSaysBoth() {
        mark(PRESENT);
        mark(ABSENT_EXCUSED);
        mark(ABSENT_EXCUSED);

        assertThat(sheet().lines()).filteredOn(line -> family.person().equals(line.person())).extracting(Line::mark).containsExactly(ABSENT_EXCUSED);
        var trace = asStaff(Role.ANIMATOR, () -> attendance.trace(group.session()));
        assertThat(trace).extracting(AttendanceTrace::from).containsExactly(null, PRESENT);
        assertThat(trace).extracting(AttendanceTrace::to).containsExactly(PRESENT, ABSENT_EXCUSED);
    }

    @Test
    void beingAbsentDoesNotTouchTheRegistration() {
        mark(ABSENT);

        assertThat(as(family, () -> registrations.mine())).allMatch(one -> one.state() == RegistrationState.CONFIRMED);
        assertThat(taken(group.session())).isEqualTo(2);
        countersAreTrue(group);
    }

    @Test
    void aWalkInMayBeKnownOrANameOnlyAndTakesNoPlace() {
        var known = town.family(centre).lives();
        asStaff(Role.ANIMATOR, () -> {
            attendance.walkIn(group.session(), known.person());
            attendance.walkIn(group.session(), known.person());
            return attendance.walkIn(group.session(), "Zoé", "");
        });

        var walkIns = sheet().lines().stream().filter(Line::walkIn).toList();
        assertThat(walkIns).hasSize(2).allMatch(line -> line.mark() == PRESENT);
        countersAreTrue(group);
    }

    @Test
    void aWalkInThatWasASlipLeavesTheSheetAndStaysInTheTrace() {
        var slip = asStaff(Role.ANIMATOR, () -> attendance.walkIn(group.session(), "Zoé", "")).value().orElseThrow();

        asStaff(Role.ANIMATOR, () -> {
            attendance.markLine(slip, null);
            return true;
        });

        assertThat(sheet().lines()).noneMatch(Line::walkIn);
        assertThat(asStaff(Role.ANIMATOR, () -> attendance.trace(group.session()))).extracting(AttendanceTrace::personName).contains("Zoé");
    }

    @Test
    void whoeverLetAnOfferPassUntilTheSessionBeganIsNotExpectedAndMayComeAllTheSame() {
        clock.set(LocalDate.of(2027, 2, 3).atTime(12, 0).atZone(centre.zone()).toInstant());
        var begins = clock.instant().plus(Duration.ofHours(1));
        group = town.group(centre).places(2).startingAt(begins).stands();
        family = town.family(centre).lives();
        one(family, group);
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var asked = town.family(centre).lives();
        var offered = one(asked, group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        clock.set(begins.plusSeconds(1));
        aRound();
        assertThat(stateOf(offered)).isEqualTo(RegistrationState.EXPIRED);

        assertThat(sheet().lines()).extracting(Line::person).containsExactly(family.person());
        mark(PRESENT);
        clock.set(begins.plus(Duration.ofHours(3)));
        assertThat(asStaff(Role.ANIMATOR, () -> today.today()).unfilled()).isEmpty();

        asStaff(Role.ANIMATOR, () -> {
            attendance.walkIn(group.session(), asked.person());
            return true;
        });
        assertThat(sheet().lines()).hasSize(2);
        assertThat(sheet().present()).isEqualTo(2);
        clock.reset();
    }

    @Test
    void theDayExpectsAsManyAsTheSheetAndNotThoseWhoDeclinedOrLetAnOfferPassWhenTheSessionBegan() {
        clock.set(LocalDate.of(2027, 2, 3).atTime(12, 0).atZone(centre.zone()).toInstant());
        var begins = clock.instant().plus(Duration.ofHours(1));
        group = town.group(centre).places(3).startingAt(begins).stands();
        family = town.family(centre).lives();
        one(family, group);
        var holder = town.family(centre).of(2).lives();
        var seats = answers(register(holder, group, holder.persons(), PartyRule.WHO_CAN)).stream().map(Answer::registration).collect(Collectors.toSet());
        one(town.family(centre).lives(), group);
        var declined = one(town.family(centre).phoneOnly("03 20 00 11 22").lives(), group).registration();
        as(holder, () -> registrations.cancel(seats));
        clock.set(begins.plusSeconds(1));
        asStaff(Role.RECEPTION, () -> offers.declineFor(openOffer(declined), Channel.PHONE));
        aRound();

        assertThat(taken(group.session())).as("seats stay as they were").isEqualTo(3);
        assertThat(sheet().lines()).hasSize(1);
        assertThat(expectedIn(asStaff(Role.ANIMATOR, () -> today.today()).sessions())).isEqualTo(1);
        clock.set(begins.plus(Duration.ofHours(3)));
        assertThat(expectedIn(asStaff(Role.ANIMATOR, () -> today.today()).unfilled())).isEqualTo(1);
        clock.reset();
    }

    @Test
    void whoeverAnswersAnOfferAfterADateOfTheSeriesWasNotExpectedAtThatDate() {
        clock.set(LocalDate.of(2027, 2, 3).atTime(12, 0).atZone(centre.zone()).toInstant());
        var begins = clock.instant().plus(Duration.ofHours(1));
        group = town.group(centre).series(3).places(2).startingAt(begins).stands();
        var holder = town.family(centre).of(2).lives();
        var seats = answers(register(holder, group, holder.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration)
                .collect(Collectors.toSet());
        var late = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var says = one(late, group).registration();
        var changesHerMind = one(town.family(centre).phoneOnly("03 20 00 11 33").lives(), group).registration();
        as(holder, () -> registrations.cancel(seats));
        clock.set(begins.plus(Duration.ofDays(1)));

        assertThat(asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(says), Channel.PHONE))).isEqualTo(OfferOutcome.ACCEPTED);
        asStaff(Role.RECEPTION, () -> desk.cancelForFamily(Set.of(changesHerMind), Channel.PHONE, null));

        assertThat(sheet().lines()).as("the first date").isEmpty();
        assertThat(asStaff(Role.ANIMATOR, () -> today.today()).unfilled()).isEmpty();
        assertThat(asStaff(Role.ANIMATOR, () -> attendance.sheet(group.sessions().get(1))).lines()).as("the next").extracting(Line::person)
                .containsExactly(late.person());
        clock.reset();
    }

    private int expectedIn(List<TodayService.SessionLine> lines) {
        return lines.stream().filter(line -> line.session().equals(group.session())).findFirst().orElseThrow().expected();
    }

    @Test
    void twoPhonesThatMarkTheSamePersonAtOnceMakeOneLine() throws Exception {
        atOnce(Stream.generate(() -> (Callable<Object>) () -> {
            mark(PRESENT);
            return true;
        }).limit(6).toList());

        assertThat(sheet().lines()).hasSize(2);
        assertThat(sheet().present()).isEqualTo(1);
    }

    @Test
    void atASessionThatDoesNotTakePlaceNobodyIsNotedAndASlipOfBeforeIsTakenBack() {
        mark(PRESENT);
        var known = town.family(centre).lives().person();
        var walkIn = asStaff(Role.ANIMATOR, () -> attendance.walkIn(group.session(), "Zoé", "")).value().orElseThrow();
        database.sql("UPDATE activity_session SET status = 'CANCELLED' WHERE id = :id").param("id", group.session()).update();

        assertThatThrownBy(() -> mark(ABSENT)).isInstanceOf(NotHereException.class);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> attendance.walkIn(group.session(), "Idris", ""))).isInstanceOf(NotHereException.class);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> {
            attendance.walkIn(group.session(), known);
            return true;
        })).isInstanceOf(NotHereException.class);
        assertThatThrownBy(() -> markLine(walkIn, ABSENT)).isInstanceOf(NotHereException.class);
        markLine(walkIn, null);
        mark(null);

        assertThat(sheet().lines()).allMatch(line -> line.mark() == null && !line.walkIn());
    }

    private void markLine(UUID line, AttendanceMark mark) {
        asStaff(Role.ANIMATOR, () -> {
            attendance.markLine(line, mark);
            return true;
        });
    }

    @Test
    void anotherCentresSessionAndAStrangerAreNotFoundAndResidentsNoteNobody() {
        var elsewhere = town.group(town.centre()).stands();

        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> attendance.sheet(elsewhere.session()))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> {
            attendance.mark(group.session(), town.family(centre).lives().person(), PRESENT);
            return true;
        })).isInstanceOfAny(NoSuchElementException.class, AccessDeniedException.class);
        assertThatThrownBy(() -> as(family, () -> attendance.sheet(group.session()))).isInstanceOf(AccessDeniedException.class);
    }

    private void mark(AttendanceMark mark) {
        asStaff(Role.ANIMATOR, () -> {
            attendance.mark(group.session(), family.person(), mark);
            return true;
        });
    }

    private AttendanceSheet sheet() {
        return asStaff(Role.ANIMATOR, () -> attendance.sheet(group.session()));
    }
}
