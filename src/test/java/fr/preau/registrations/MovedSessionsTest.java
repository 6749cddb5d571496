package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.base.Role;
import fr.preau.messaging.Letter;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.Town.GroupBuilder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever cannot come at the new date gives the place back from a letter, until the new date is over. */
class MovedSessionsTest extends RegistrationsTest {

    @Autowired
    private ScheduleService schedule;
    @Autowired
    private LetterLinkService links;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void theLinksOfBothLettersGiveThePlaceBackAfterTheOldDate() {
        var group = group().stands();
        var family = town.family(centre).lives();
        var seat = one(family, group).registration();
        var confirmed = token(letter("registration-confirmed").orElseThrow());

        later(group, 14);
        var moved = token(letterTo(family, "session-moved"));
        clock.set(clock.instant().atZone(centre.zone()).plusDays(24).toInstant());
        round.go();

        assertThat(in(() -> links.cancellable(confirmed))).extracting(RegistrationRecord::id).containsExactly(seat);
        assertThat(in(() -> links.cancel(moved, Set.of(seat)))).isPresent();
        assertThat(stateOf(seat)).isEqualTo(RegistrationState.CANCELLED_BY_FAMILY);
    }

    @Test
    void theLinksEndADayAfterTheNewDate() {
        var group = group().stands();
        var family = town.family(centre).lives();
        one(family, group);
        var confirmed = token(letter("registration-confirmed").orElseThrow());

        later(group, 14);
        var moved = token(letterTo(family, "session-moved"));
        clock.set(clock.instant().atZone(centre.zone()).plusDays(30).toInstant());

        assertThat(in(() -> links.cancellable(confirmed))).isEmpty();
        assertThat(in(() -> links.cancellable(moved))).isEmpty();
    }

    @Test
    void aSessionThatIsMovedToAnEarlierDateEndsNoLinkEarlier() {
        var group = group().stands();
        one(town.family(centre).lives(), group);
        var confirmed = token(letter("registration-confirmed").orElseThrow());

        later(group, -7);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(13).toInstant());

        assertThat(in(() -> links.cancellable(confirmed))).hasSize(1);
    }

    @Test
    void theLinkOfARequestForSeveralDatesLivesAsLongAsTheLastOfThem() {
        var group = group().sessions(5).stands();
        var family = town.family(centre).lives();
        register(family, group, family.persons(), PartyRule.WHO_CAN);

        later(group, 2);
        var moved = token(letterTo(family, "session-moved"));
        clock.set(clock.instant().atZone(centre.zone()).plusDays(40).toInstant());

        assertThat(in(() -> links.cancellable(moved))).hasSize(5);
    }

    @Test
    void aFamilyWithSeveralRequestsHasAWayForEachUnderItsNames() {
        var group = group().stands();
        var family = town.family(centre).adult("Karim").lives();
        one(family, group);
        register(family, group, List.of(family.persons().getLast()), PartyRule.WHO_CAN);

        later(group, 14);

        var letter = letterTo(family, "session-moved");
        assertThat(ways(letter)).extracting(Letter.Link::label).satisfiesExactlyInAnyOrder(
                label -> assertThat(label).startsWith("Annuler l’inscription (Amina"),
                label -> assertThat(label).startsWith("Annuler l’inscription (Karim"));
        assertThat(ways(letter)).extracting(Letter.Link::address).doesNotHaveDuplicates();
    }

    @Test
    void whoWaitsOrAskedMayLeaveAndWhoHasAnOfferAnswersIt() {
        var group = group().places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var offered = town.family(centre).lives();
        one(offered, group);
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var waiting = town.family(centre).lives();
        one(waiting, group);
        var asking = town.family(centre).lives();
        var byApproval = group().byApproval().stands();
        one(asking, byApproval);

        later(group, 14);
        later(byApproval, 14);

        assertThat(ways(letterTo(waiting, "session-moved"))).extracting(Letter.Link::label).containsExactly("Quitter la liste d’attente");
        assertThat(ways(letterTo(asking, "session-moved"))).extracting(Letter.Link::label).containsExactly("Retirer la demande");
        assertThat(ways(letterTo(offered, "session-moved"))).isEmpty();
        assertThat(textOf(letterTo(offered, "session-moved"))).contains("/place/");
    }

    /** In two weeks, in the afternoon. */
    private GroupBuilder group() {
        var day = clock.instant().atZone(centre.zone()).toLocalDate().plusDays(14);
        return town.group(centre).startingAt(day.atTime(14, 30).atZone(centre.zone()).toInstant());
    }

    private void later(Group group, int days) {
        var day = day(group.session()).plusDays(days);
        var version = database.sql("SELECT version FROM activity_session WHERE id = :id").param("id", group.session()).query(Integer.class).single();
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), version, Reach.ONE,
                new SessionChange(day, null, null, null)))).isInstanceOf(Outcome.Done.class);
    }

    private LocalDate day(UUID session) {
        return database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single()
                .toInstant(ZoneOffset.UTC).atZone(centre.zone()).toLocalDate();
    }

    private static List<Letter.Link> ways(Letter letter) {
        return letter.parts().stream().filter(Letter.Link.class::isInstance).map(Letter.Link.class::cast)
                .filter(link -> link.address().contains("/annuler/")).toList();
    }

    private static String token(Letter letter) {
        var found = Pattern.compile("/annuler/([A-Za-z0-9_-]+)").matcher(textOf(letter));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
