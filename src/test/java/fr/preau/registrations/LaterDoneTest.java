package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "C’est fait" is kept in the browser's history: whoever opens it later reads what is true then. */
class LaterDoneTest extends FamilyScreens {

    @Autowired
    private RegistrationService registrations;

    @Test
    void anOfferIsAnsweredAmongAllThatTheFamilyHas() {
        var group = town.group(here).places(1).stands();
        var holder = town.family(here).lives();
        var held = registered(holder, group, holder.persons());
        var waiting = town.family(here).lives();
        var request = registered(waiting, group, waiting.persons()).request();
        done(waiting, group, request);
        assertThat(heading()).isEqualTo("C’est noté, vous êtes sur la liste d’attente.");
        cancel(holder, held.answers().getFirst());

        done(waiting, group, request);

        assertThat(heading()).isEqualTo("Mes inscriptions");
        assertThat(texts()).contains("Il y a de la place pour").doesNotContain("l’inscription à");
    }

    @Test
    void whatIsOverIsReadAmongWhatIsOver() {
        var group = town.group(here).stands();
        var family = town.family(here).lives();
        var registered = registered(family, group, family.persons());
        cancel(family, registered.answers().getFirst());

        done(family, group, registered.request());

        assertThat(heading()).isEqualTo("Mes inscriptions");
        assertThat(texts()).contains("Annulée par la famille").doesNotContain("liste d’attente");
    }

    @Test
    void whoeverWasCancelledIsNotSaidToCome() {
        var group = town.group(here).places(5).stands();
        var family = town.family(here).child("Léa", born(9)).lives();
        var registered = registered(family, group, family.persons());
        cancel(family, registered.answers().stream().filter(one -> one.person().equals(person(family, "Léa"))).findFirst().orElseThrow());

        done(family, group, registered.request());

        assertThat(heading()).startsWith("C’est fait, Amina ").endsWith(" vient.");
        assertThat(texts()).doesNotContain("Léa");
    }

    private void done(Family family, Group group, UUID request) {
        family.signIn();
        step(group, "fait?demande=" + request);
    }

    private Registered registered(Family family, Group group, List<UUID> persons) {
        family.signIn();
        return (Registered) CurrentCentre.in(here.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(),
                group.id(), family.id(), persons, Set.copyOf(group.sessions()), PartyRule.WHO_CAN)));
    }

    private void cancel(Family family, Answer one) {
        family.signIn();
        CurrentCentre.runIn(here.id(), () -> registrations.cancel(Set.of(one.registration())));
    }
}
