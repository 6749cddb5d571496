package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.PublishingService;
import fr.preau.base.Role;
import fr.preau.people.FamilyService;
import fr.preau.registrations.CallLine.ChangedDate;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reception knows before it dials of whom and of which dates the call is, whatever has become of them; and what was one act is one call. */
class CallDatesTest extends RegistrationsTest {

    /** A Wednesday without holidays around it. */
    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

    @Autowired
    private TodayService today;
    @Autowired
    private PublishingService publishing;
    @Autowired
    private FamilyService families;

    private Family silent;
    private UUID lina;
    private UUID sami;

    @BeforeEach
    void aFamilyWithATelephone() {
        clock.set(DAY.atTime(10, 0).atZone(centre.zone()).toInstant());
        silent = family();
        var children = silent.household().children();
        lina = children.getFirst().id();
        sami = children.getLast().id();
    }

    private Family family() {
        return town.family(centre).child("Lina", LocalDate.of(2018, 3, 1)).child("Sami", LocalDate.of(2019, 1, 9))
                .phoneOnly("03 20 00 11 22").lives();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void whatTheCentreCancelledHasItsNameItsDateAndItsReason() {
        var group = town.group(centre).sessions(3).stands();
        var hers = answers(register(silent, group, List.of(lina), PartyRule.WHO_CAN));
        register(silent, group, List.of(sami), PartyRule.WHO_CAN);

        cancelByCentre(ids(hers).stream().filter(one -> dateOf(one).equals(starts(group.sessions().get(1)))).collect(Collectors.toSet()));

        assertThat(line().about()).isEqualTo(CallReason.CANCELLED_BY_CENTRE);
        assertThat(line().names()).containsExactly("Lina");
        assertThat(line().reason()).isEqualTo("Dossier incomplet");
        assertThat(dates(line())).containsExactly(starts(group.sessions().get(1)));
    }

    @Test
    void whoHasComeBackIsNotNamedBesideWhoIsStillOut() {
        var group = town.group(centre).stands();
        var both = ids(answers(register(silent, group, List.of(lina, sami), PartyRule.WHO_CAN)));
        cancelByCentre(both);
        assertThat(line().names()).containsExactlyInAnyOrder("Lina", "Sami");
        assertThat(line().dates()).as("one date for both").hasSize(1);

        var hers = both.stream().filter(one -> personOf(one).equals(lina)).collect(Collectors.toSet());
        assertThat(asStaff(Role.RECEPTION, () -> desk.undoCancel(hers, Channel.DESK))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(line().names()).containsExactly("Sami");
    }

    @Test
    void ofASeriesItSaysWhatWasStillToCome() {
        var series = town.group(centre).series(3).startingAt(clock.instant().plus(Duration.ofDays(1))).stands();
        var hers = ids(answers(register(silent, series, List.of(lina), PartyRule.WHO_CAN)));
        clock.pass(Duration.ofDays(2));

        cancelByCentre(hers);

        assertThat(dates(line())).containsExactly(starts(series.sessions().get(1)), starts(series.sessions().getLast()));
    }

    @Test
    void soHasARequestThatIsRefused() {
        var group = town.group(centre).byApproval().sessions(2).stands();
        var one = answers(register(silent, new Group(group.centre(), group.activity(), group.id(), group.sessions().subList(1, 2)), List.of(sami),
                PartyRule.WHO_CAN)).getFirst().registration();

        asStaff(Role.ANIMATOR, () -> approvals.refuse(Set.of(one), "C’est pour les plus grands"));

        assertThat(line().about()).isEqualTo(CallReason.REQUEST_REFUSED);
        assertThat(line().names()).containsExactly("Sami");
        assertThat(line().reason()).isEqualTo("C’est pour les plus grands");
        assertThat(dates(line())).containsExactly(starts(group.sessions().getLast()));
    }

    @Test
    void soHasAnOfferAlsoWhenItIsOver() {
        var group = town.group(centre).places(1).stands();
        var gives = town.family(centre).lives();
        var seat = one(gives, group).registration();
        var waits = ids(answers(register(silent, group, List.of(lina), PartyRule.WHO_CAN)));
        as(gives, () -> registrations.cancel(Set.of(seat)));

        assertThat(line().about()).isEqualTo(CallReason.PLACE_OFFERED);
        assertThat(line().names()).containsExactly("Lina");
        assertThat(dates(line())).containsExactly(starts(group.session()));

        clock.set(starts(group.session()).plusSeconds(1));
        round.go();
        assertThat(stateOf(waits.iterator().next())).isEqualTo(RegistrationState.EXPIRED);
        assertThat(line().about()).isEqualTo(CallReason.OFFER_EXPIRED);
        assertThat(dates(line())).containsExactly(starts(group.session()));
    }

    @Test
    void whoWaitedUntilTheSessionBeganIsCalledAsSheWouldBeWrittenTo() {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var written = town.family(centre).lives();
        one(written, group);
        register(silent, group, List.of(lina), PartyRule.WHO_CAN);
        clock.set(starts(group.session()).plusSeconds(1));

        round.go();

        assertThat(textOf(letterTo(written, "list-closed"))).contains("La liste d’attente est fermée");
        assertThat(line().about()).isEqualTo(CallReason.LIST_CLOSED);
        assertThat(line().names()).containsExactly("Lina");
        assertThat(dates(line())).containsExactly(starts(group.session()));
    }

    @Test
    void twoPlacesThatWereHeldAndAreOverTogetherAreOneCall() {
        var group = town.group(centre).sessions(2).stands();
        var deadline = clock.instant().plus(Duration.ofDays(1));
        var first = held(group, lina, deadline);
        var second = held(group, sami, deadline);
        clock.set(deadline.plusSeconds(1));

        round.go();

        assertThat(line().about()).isEqualTo(CallReason.HOLD_EXPIRED);
        assertThat(line().names()).containsExactlyInAnyOrder("Lina", "Sami");
        assertThat(dates(line())).containsExactly(starts(group.session()), starts(group.sessions().getLast()));
        assertThat(List.of(callsAbout(first.request()), callsAbout(second.request()))).as("both requests say that the family is to be called")
                .allSatisfy(calls -> assertThat(calls).hasSize(1));
        var call = line().call();
        said(call);
        assertThat(lines()).isEmpty();
        assertThat(callsAbout(second.request())).isEmpty();
        unsaid(call);
        assertThat(line().names()).hasSize(2);
    }

    @Test
    void soIsAnActivityThatIsCancelledWithAllItsGroups() {
        var group = town.group(centre).stands();
        var beside = town.group(centre).stands();
        database.sql("UPDATE activity_group SET activity_id = :activity, name = 'Le jeudi' WHERE id = :id").param("activity", group.activity())
                .param("id", beside.id()).update();
        var first = (Registered) register(silent, group, List.of(lina), PartyRule.WHO_CAN);
        var second = (Registered) register(silent, beside, List.of(sami), PartyRule.WHO_CAN);

        asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), "Travaux"));

        assertThat(line().over()).isTrue();
        assertThat(line().reason()).isEqualTo("Travaux");
        assertThat(List.of(callsAbout(first.request()), callsAbout(second.request()))).allSatisfy(calls -> assertThat(calls).hasSize(1));
    }

    @Test
    void soIsSomebodyWhoWasTakenOutOfHerHouseholdWithAllThatSheHad() {
        var group = town.group(centre).stands();
        var other = town.group(centre).stands();
        database.sql("UPDATE activity SET title = 'Poterie' WHERE id = :id").param("id", other.activity()).update();
        register(silent, group, List.of(sami), PartyRule.WHO_CAN);
        register(silent, other, List.of(sami), PartyRule.WHO_CAN);

        asStaff(Role.ANIMATOR, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(line().about()).isEqualTo(CallReason.PERSON_REMOVED);
        assertThat(line().title()).contains("Cuisine du monde", "Poterie");
        assertThat(line().dates()).isNotEmpty();
    }

    private void cancelByCentre(Set<UUID> some) {
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(some, "Dossier incomplet"));
    }

    private Registered held(Group group, UUID person, Instant until) {
        return (Registered) asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(),
                silent.id(), List.of(person), Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.DESK),
                DeskTerms.ordinary().holdingUntil(until, "L’assurance")));
    }

    private void said(UUID call) {
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return null;
        });
    }

    private void unsaid(UUID call) {
        asStaff(Role.RECEPTION, () -> {
            desk.callAgain(call);
            return null;
        });
    }

    private CallLine line() {
        assertThat(lines()).hasSize(1);
        return lines().getFirst();
    }

    private List<CallLine> lines() {
        return asStaff(Role.RECEPTION, () -> today.today()).calls();
    }

    private List<CallLine> callsAbout(UUID request) {
        return asStaff(Role.RECEPTION, () -> today.callsAbout(request));
    }

    private static List<Instant> dates(CallLine line) {
        return line.dates().stream().map(ChangedDate::startsAt).toList();
    }

    private static Set<UUID> ids(Collection<Answer> answers) {
        return answers.stream().map(Answer::registration).collect(Collectors.toSet());
    }

    private UUID personOf(UUID registration) {
        return database.sql("SELECT person_id FROM registration WHERE id = :id").param("id", registration).query(UUID.class).single();
    }

    private Instant dateOf(UUID registration) {
        return starts(database.sql("SELECT session_id FROM registration WHERE id = :id").param("id", registration).query(UUID.class).single());
    }

    private Instant starts(UUID session) {
        return database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single()
                .toInstant(ZoneOffset.UTC);
    }
}
