package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
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

/** Who has some dates already reads which, before she asks for them again, and gives up dates where others give up persons. */
class TakenDatesTest extends FamilyScreens {

    @Autowired
    private RegistrationService registrations;
    @Autowired
    private Moments moments;

    private Group group;
    private Family family;

    @BeforeEach
    void aPersonWithTwoOfThreeDates() {
        group = town.group(here).sessions(3).stands();
        family = town.family(here).lives();
        family.signIn();
        CurrentCentre.runIn(here.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(family.person()), Set.copyOf(group.sessions().subList(0, 2)), PartyRule.WHO_CAN)));
    }

    @Test
    void theCardsOfHerDatesSaySo() {
        openFlow(group);
        press("Continuer");

        assertThat(_find(Span.class, spec -> spec.withClasses("face"))).extracting(card -> card.getElement().getTextRecursively()).hasSize(3)
                .filteredOn(card -> card.contains("Cette personne a déjà une place.")).hasSize(2)
                .allMatch(card -> card.contains("Amina")).noneMatch(card -> card.contains(day(group.sessions().getLast())));
    }

    @Test
    void theRefusalNamesTheDate() {
        openFlow(group);
        press("Continuer");
        tick(Set.copyOf(group.sessions()));
        press("Continuer");

        var refused = _find(Notice.class).stream().map(notice -> notice.getElement().getTextRecursively())
                .filter(text -> text.contains("Cette personne a déjà une place.")).toList();
        assertThat(refused).hasSize(2).anyMatch(text -> text.contains("Amina, " + day(group.session())))
                .anyMatch(text -> text.contains("Amina, " + day(group.sessions().get(1))));
    }

    @Test
    void onePersonGivesUpDates() {
        family.signIn();
        open(here.slug() + "/mes-inscriptions");
        assertThat(_find(Act.class)).extracting(Act::getText).doesNotContain("Annuler pour plusieurs personnes");

        press("Annuler plusieurs séances");
        press("Oui, annuler");
        assertThat(texts()).contains("Choisissez au moins une date.").doesNotContain("une ligne.");
        cards().setValue(Set.copyOf(database.sql("SELECT id FROM registration WHERE session_id = :session").param("session", group.session())
                .query(UUID.class).list()));
        press("Oui, annuler");

        assertThat(database.sql("SELECT state FROM registration WHERE household_id = :family ORDER BY state").param("family", family.id())
                .query(String.class).list()).containsExactly("CANCELLED_BY_FAMILY", "CONFIRMED");
    }

    private String day(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.brief(starts.toInstant(ZoneOffset.UTC), here.zone()).split(" à")[0];
    }
}
