package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened is told as it was, to the family and to the team. */
class HistoryWordsTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService families;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private Round round;
    @Autowired
    private JdbcClient database;
    @Autowired
    private TestClock clock;
    private Town town;
    private CentreRecord here;

    @BeforeEach
    void aTown() {
        town = new Town(centres, households, families, database, clock);
        here = town.centre();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aRequestThatNobodyAnsweredWasOnNoList() {
        var asking = town.family(here).lives();
        var request = register(asking, asking.person(), town.group(here).byApproval().stands());
        clock.set(clock.instant().atZone(here.zone()).plusDays(20).withHour(12).toInstant());
        round.go();

        assertThat(toldTo(asking)).contains("l’équipe du centre n’a pas répondu à temps").doesNotContain("liste d’attente", "Liste fermée");
        assertThat(toldToTheTeam(request)).contains("Demande fermée sans réponse").doesNotContain("Liste fermée");
    }

    @Test
    void whoWaitedUntilTheActivityBeganReadsThatTheListIsClosed() {
        var group = town.group(here).places(1).stands();
        var holder = town.family(here).lives();
        register(holder, holder.person(), group);
        var waiting = town.family(here).lives();
        register(waiting, waiting.person(), group);
        clock.set(clock.instant().atZone(here.zone()).plusDays(20).withHour(12).toInstant());
        round.go();

        assertThat(toldTo(waiting)).contains("c’est trop tard pour venir, la liste d’attente est fermée");
    }

    @Test
    void whomTheTeamTookOutOfAHouseholdIsNotSaidToHaveCancelled() {
        var family = town.family(here).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = family.household().children().getFirst().id();
        var request = register(family, sami, town.group(here).stands());
        SignIn.as(here.id(), Role.RECEPTION);
        CurrentCentre.in(here.id(), () -> families.removePerson(sami)).value().orElseThrow();

        assertThat(toldTo(family)).contains("plus dans la liste de sa famille", "l’équipe du centre").doesNotContain("à votre demande");
        assertThat(toldToTheTeam(request)).contains(spaced("Annulée : n’est plus dans la liste de sa famille"));
    }

    @Test
    void whatAFamilyCancelsItselfWasItsWish() {
        var family = town.family(here).lives();
        register(family, family.person(), town.group(here).stands());
        family.signIn();
        CurrentCentre.in(here.id(), () -> registrations.cancel(Set.of(registrations.mine().getFirst().id())));

        assertThat(toldTo(family)).contains("annulé à votre demande");
    }

    @Test
    void whoSaysNoIsNotToldThatSomebodyElseHasThePlace() {
        var group = town.group(here).places(1).stands();
        var holder = town.family(here).lives();
        register(holder, holder.person(), group);
        var offered = town.family(here).lives();
        register(offered, offered.person(), group);
        holder.signIn();
        CurrentCentre.in(here.id(), () -> registrations.cancel(Set.of(registrations.mine().getFirst().id())));
        offered.signIn();
        open(here.slug() + "/mes-inscriptions");
        _click(_get(Button.class, spec -> spec.withText("Non, merci")));
        _click(_get(Button.class, spec -> spec.withText("Oui, laisser la place")));

        assertThat(_get(Page.class).getElement().getTextRecursively()).contains("La place n’est plus gardée pour vous.")
                .doesNotContain("personne suivante");
        assertThat(toldTo(offered)).contains("la réponse est non, la place n’est plus gardée").doesNotContain("autre personne");
    }

    /** Answers the request. */
    private UUID register(Family family, UUID person, Group group) {
        family.signIn();
        var command = RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), List.of(person), Set.copyOf(group.sessions()),
                PartyRule.WHO_CAN);
        return ((RegisterOutcome.Registered) CurrentCentre.in(here.id(), () -> registrations.register(command))).request();
    }

    private String toldTo(Family family) {
        family.signIn();
        open(here.slug() + "/mes-inscriptions?passees");
        _click(_get(Button.class, spec -> spec.withText("Ce qui s’est passé")));
        return _get(Page.class).getElement().getTextRecursively();
    }

    private String toldToTheTeam(UUID request) {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/inscriptions/" + request);
        return _get(Page.class).getElement().getTextRecursively();
    }
}
