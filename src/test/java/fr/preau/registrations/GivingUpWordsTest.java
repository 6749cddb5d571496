package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever gives something up reads before how much it is: a date, or all of a series. */
class GivingUpWordsTest extends FamilyScreens {

    @Autowired
    private RegistrationService registrations;
    @Autowired
    private Moments moments;

    private Family family;

    @BeforeEach
    void aMotherAndHerDaughter() {
        family = town.family(here).child("Lina", born(9)).lives();
    }

    @Test
    void ofASeriesTheDatesToComeAreCountedAndOneOfThemIsForThePhone() {
        var group = town.group(here).series(4).stands();
        register(group, List.of(person(family, "Lina")));
        database.sql("UPDATE activity_session SET starts_at = starts_at - INTERVAL 30 DAY, ends_at = ends_at - INTERVAL 30 DAY WHERE id = :id")
                .param("id", group.session()).update();
        open(here.slug() + "/mes-inscriptions");

        pressLike("Annuler pour Lina");

        assertThat(question()).contains("Annuler les 3", "pour Lina").doesNotContain("ne vient plus");
        assertThat(texts()).contains("Une seule séance", "03 20 00 00 00");
        assertThat(states()).containsExactly("CONFIRMED");
        press("Non, ne rien changer");
        pressLike("Annuler pour Lina");
        press("Oui, annuler");
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY");
    }

    @Test
    void ofDatesThatAreBookedOneByOneEachSaysWhichItIs() {
        var group = town.group(here).sessions(2).stands();
        register(group, List.of(person(family, "Lina")));
        open(here.slug() + "/mes-inscriptions");
        var first = day(group.sessions().getFirst());
        var last = day(group.sessions().getLast());

        var acts = _find(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Annuler pour Lina")));
        assertThat(acts).extracting(Act::getText).hasSize(2).anyMatch(text -> text.contains(first)).anyMatch(text -> text.contains(last));
        _click(acts.getLast());

        assertThat(question()).contains("ne vient plus", last).doesNotContain(first);
        assertThat(texts()).doesNotContain("Une seule séance");
    }

    private void register(Group group, List<UUID> persons) {
        family.signIn();
        CurrentCentre.runIn(here.id(), () -> registrations.register(new RegisterCommand(UUID.randomUUID().toString(), group.id(),
                family.id(), persons, Set.copyOf(group.sessions()), PartyRule.WHO_CAN, Channel.WEB)));
    }

    /** The question that took the button's place. */
    private static String question() {
        return _get(Div.class, spec -> spec.withPredicate(part -> "group".equals(part.getElement().getAttribute("role"))))
                .getElement().getAttribute("aria-label");
    }

    private String day(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.brief(starts.toInstant(ZoneOffset.UTC), here.zone()).split(" à")[0];
    }

    private List<String> states() {
        return database.sql("SELECT state FROM registration WHERE household_id = :family").param("family", family.id()).query(String.class).list();
    }
}
