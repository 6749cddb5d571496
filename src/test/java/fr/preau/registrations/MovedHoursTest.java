package fr.preau.registrations;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionChange;
import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Invitation;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SqlCount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Sessions that the team moves: each family reads the new hours once, deadlines follow, and no gesture costs more than another. */
class MovedHoursTest extends CatalogueChanges {

    @Test
    void severalMovedSessionsAreOneLetterWithTheirNewHoursUnderTheSameNamesForTheCalendar() {
        var group = group().series(4).stands();
        one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);
        var before = numbers(letter("registration-confirmed").orElseThrow());

        move(group, group.sessions().get(1), Reach.FOLLOWING);

        assertThat(letters("session-moved")).isEqualTo(2);
        var letter = letter("session-moved").orElseThrow();
        assertThat(letter.subject()).isEqualTo(spaced("Des séances changent : Cuisine du monde"));
        assertThat(items(letter)).extracting(line -> line.split(", au lieu du ")[0])
                .containsExactlyElementsOf(group.sessions().subList(1, 4).stream().map(this::day).toList())
                .allSatisfy(line -> assertThat(line).contains("9\u00a0h"));
        assertThat(letter.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.PUBLISH);
        assertThat(numbers(letter)).hasSize(3).allSatisfy((uid, number) -> assertThat(number).isGreaterThan(before.get(uid)));
    }

    @Test
    void aMovedSessionIsToldWithItsNewHourUnderTheSameNameForTheCalendar() {
        var group = group().series(3).stands();
        one(town.family(centre).lives(), group);
        var before = numbers(letter("registration-confirmed").orElseThrow());

        move(group, group.session(), Reach.ONE);

        var letter = letter("session-moved").orElseThrow();
        assertThat(letter.subject()).isEqualTo(spaced("Une séance change : Cuisine du monde"));
        assertThat(textOf(letter)).contains(spaced("Une séance de « Cuisine du monde » change de date ou d’heure."), "Maintenant",
                day(group.session()), "Amina", "Cuisine du centre");
        var entry = letter.invitation().orElseThrow().entries();
        assertThat(entry).singleElement().satisfies(one -> {
            assertThat(one.startsAt().atZone(centre.zone()).getHour()).isEqualTo(9);
            assertThat(one.sequence()).isGreaterThan(before.get(one.uid()));
        });
    }

    @Test
    void anOfferAndAHeldPlaceEndBeforeTheSessionThatWasMovedBeforeTheirDeadlineAndTheLetterSaysWhen() {
        // A Wednesday without holidays around it.
        var day = LocalDate.of(2027, 2, 3);
        clock.set(day.minusDays(1).atTime(11, 0).atZone(centre.zone()).toInstant());
        var group = town.group(centre).places(2).startingAt(day.plusDays(7).atTime(14, 30).atZone(centre.zone()).toInstant()).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var missing = town.family(centre).lives();
        var held = answers(asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions("held", group.id(), missing.id(), missing.persons(),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.DESK), DeskTerms.ordinary()
                .holdingUntil(clock.instant().plus(Duration.ofDays(5)))))).getFirst().registration();
        var asked = town.family(centre).lives();
        var offered = one(asked, group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var begins = day.atTime(9, 0).atZone(centre.zone()).toInstant();

        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), version(group.session()), Reach.ONE,
                new SessionChange(day, LocalTime.of(9, 0), LocalTime.of(11, 0), null)))).isInstanceOf(Outcome.Done.class);

        var told = moments.full(begins, centre.zone());
        assertThat(as(asked, () -> registrations.mine())).extracting(RegistrationRecord::deadline).containsExactly(begins);
        assertThat(as(missing, () -> registrations.mine())).extracting(RegistrationRecord::deadline).containsExactly(begins);
        assertThat(textOf(letterTo(asked, "session-moved"))).contains("la place est gardée jusqu’au " + told, "Répondez avant", "/place/");
        assertThat(textOf(letterTo(missing, "session-moved"))).contains("la place est gardée jusqu’au " + told, "Passez à l’accueil");

        clock.set(begins.plusSeconds(1));
        round.go();
        assertThat(List.of(stateOf(offered), stateOf(held))).containsOnly(RegistrationState.EXPIRED);
        assertThat(List.of(letters("offer-expired"), letters("hold-expired"))).containsExactly(1, 1);
        clock.reset();
    }

    @Test
    void aSessionThatIsMovedToLaterLeavesTheDeadlinesAsTheyAre() {
        var group = group().places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var asked = town.family(centre).lives();
        one(asked, group);
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var before = as(asked, () -> registrations.mine()).getFirst().deadline();

        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), version(group.session()), Reach.ONE,
                new SessionChange(null, LocalTime.of(16, 0), LocalTime.of(18, 0), null)))).isInstanceOf(Outcome.Done.class);

        assertThat(as(asked, () -> registrations.mine()).getFirst().deadline()).isEqualTo(before);
    }

    @Test
    void whoOnlyWaitsIsToldOfTheNewHourAndGetsNothingForTheCalendar() {
        var group = group().places(1).stands();
        one(town.family(centre).lives(), group);
        var waits = town.family(centre).lives();
        one(waits, group);

        move(group, group.session(), Reach.ONE);

        assertThat(letterTo(waits, "session-moved").invitation()).isEmpty();
    }

    @Test
    void aSessionThatIsMovedAgainOrCancelledBeforeTheLetterLeftIsToldByTheLaterLetterAlone() {
        var group = group().series(3).stands();
        var family = town.family(centre).lives();
        one(family, group);
        var known = day(group.session());
        move(group, group.session(), Reach.ALL);
        var first = envelope("session-moved");

        cancel(group, group.session(), Reach.ONE, "Travaux");

        assertThat(items(in(() -> writer.write(first)).orElseThrow())).hasSize(2).doesNotContain(day(group.session()));
        assertThat(textOf(letter("session-cancelled").orElseThrow())).as("by the hour that they know").contains(known);
    }

    @Test
    void aLetterThatWaitedSinceLettersNamedTheirSessionStillLeaves() {
        var group = group().series(3).stands();
        one(town.family(centre).lives(), group);
        move(group, group.session(), Reach.ONE);
        var posted = envelope("session-moved");
        var old = new Envelope(String.join(":", posted.kind(), posted.subject().toString(), group.session() + "/2", "0"), posted.kind(),
                posted.subject(), posted.recipient());

        assertThat(textOf(in(() -> writer.write(old)).orElseThrow())).contains(day(group.session()));
    }

    @Test
    void aFamilyThatNobodyCanWriteToIsCalledOnceForAllSessionsOfAGesture() {
        var group = group().sessions(4).stands();
        one(town.family(centre).phoneOnly("03 20 00 11 22").lives(), group);

        move(group, group.session(), Reach.ALL);
        assertThat(calls()).isEqualTo(1);
        cancel(group, group.session(), Reach.ALL, "Travaux");
        assertThat(calls()).isEqualTo(2);
        countersAreTrue(group);
    }

    @Test
    void theSessionsOfAGestureCostTheSameStatementsBesideTheirOwnRowsHoweverManyTheyAre() throws Exception {
        var few = fullSeries();
        var many = fullSeries();

        assertThat(besideTheSessions(() -> moved(many, many.sessions().get(1), Reach.FOLLOWING)))
                .hasSameSizeAs(besideTheSessions(() -> moved(few, few.sessions().get(8), Reach.FOLLOWING)));
        assertThat(besideTheSessions(() -> cancelled(many, many.sessions().get(1), Reach.FOLLOWING, "Travaux")))
                .hasSameSizeAs(besideTheSessions(() -> cancelled(few, few.sessions().get(8), Reach.FOLLOWING, "Travaux")));
    }

    private static List<String> besideTheSessions(Callable<?> work) throws Exception {
        return SqlCount.during(work).stream().filter(sql -> !sql.startsWith("update activity_session set")).toList();
    }

    /** Two families in ten sessions, another one in the list. */
    private Group fullSeries() {
        var group = group().series(10).places(2).stands();
        for (int i = 0; i < 3; i++) {
            one(town.family(centre).lives(), group);
        }
        return group;
    }
}
