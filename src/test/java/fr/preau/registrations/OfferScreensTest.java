package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place that is offered: for which date it is, and that a no, which is not taken back, is asked about first. */
@InTown
class OfferScreensTest extends ScreenTest {

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Moments moments;

    private CentreRecord centre;
    private Group group;
    private Family family;
    private Registered request;

    @BeforeEach
    void twoDatesAreOfferedToOnePerson() {
        centre = town.centre();
        group = town.group(centre).sessions(2).places(1).stands();
        var holder = town.family(centre).lives();
        var held = register(holder);
        family = town.family(centre).lives();
        request = register(family);
        holder.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.copyOf(held.answers().stream().map(Answer::registration).toList())));
    }

    @Test
    void eachOfTwoOffersSaysItsDate() {
        mine();

        assertThat(offers()).hasSize(2).allMatch(text -> text.contains("Il y a de la place pour Amina"));
        assertThat(offers()).anyMatch(text -> text.contains(day(group.sessions().getFirst())))
                .anyMatch(text -> text.contains(day(group.sessions().getLast())));
    }

    @Test
    void theFamilyIsAskedBeforeItsNo() {
        mine();

        _click(_find(Act.class, spec -> spec.withText("Non, merci")).getFirst());
        assertThat(states()).as("only asked").containsExactly("OFFERED", "OFFERED");
        assertThat(text()).contains(spaced("Laisser la place ?"));
        press("Non, ne rien changer");
        assertThat(_find(Act.class, spec -> spec.withText("Non, merci"))).hasSize(2);

        _click(_find(Act.class, spec -> spec.withText("Non, merci")).getFirst());
        press("Oui, laisser la place");
        assertThat(states()).containsExactlyInAnyOrder("DECLINED", "OFFERED");
    }

    @Test
    void theDeskIsAskedBeforeItNotesANoAndSeesTheDates() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(_find(H2.class)).extracting(H2::getText).filteredOn(title -> title.startsWith("Une place est proposée"))
                .anyMatch(title -> title.contains(day(group.sessions().getFirst())))
                .anyMatch(title -> title.contains(day(group.sessions().getLast())));

        _click(_find(Act.class, spec -> spec.withText("La famille dit non")).getFirst());
        assertThat(states()).as("only asked").containsExactly("OFFERED", "OFFERED");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).as("nobody else waits here").contains("Si d’autres familles attendent");
        _click(_get(_get(ConfirmDialog.class), Button.class, spec -> spec.withText("Oui, elle dit non")));
        assertThat(states()).containsExactlyInAnyOrder("DECLINED", "OFFERED");
    }

    private void mine() {
        family.signIn();
        open(centre.slug() + "/mes-inscriptions");
    }

    private Registered register(Family who) {
        who.signIn();
        return (Registered) CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(),
                group.id(), who.id(), List.of(who.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN)));
    }

    private List<String> states() {
        return database.sql("SELECT state FROM registration WHERE household_id = :family").param("family", family.id()).query(String.class).list();
    }

    private String day(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.brief(starts.toInstant(ZoneOffset.UTC), centre.zone()).split(" à")[0];
    }

    private static List<String> offers() {
        return _find(Notice.class).stream().map(notice -> notice.getElement().getTextRecursively()).toList();
    }

    private static String text() {
        return _get(Page.class).getElement().getTextRecursively();
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
