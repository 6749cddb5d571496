package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Story;
import fr.preau.centres.CentreRecord;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reception reads when it has registered somebody, or could not. */
@InTown
class DeskFormTest extends ScreenTest {

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Clock clock;

    private CentreRecord centre;

    @BeforeEach
    void aCentre() {
        centre = town.centre();
    }

    @Test
    void ofTwoChildrenTheOneWhoIsTooYoungIsNamedOnThePageOfTheRequestWithTheReason() {
        var group = town.group(centre).aged(6, 12).stands();
        var family = town.family(centre).child("Lina", LocalDate.now().minusYears(8)).child("Sami", LocalDate.now().minusYears(4)).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(form(group, family, family.household().children()) + "&ensemble=who-can");

        press("Inscrire");

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(notices()).singleElement().asString().contains("Sami").contains(spaced("Trop jeune : à partir de 6 ans"));
        assertThat(_find(Notification.class)).extracting(DeskFormTest::text).noneMatch(text -> text.contains("L’inscription est faite."))
                .anyMatch(text -> text.contains("pas pour tout le monde"));
        open(_get(Anchor.class, spec -> spec.withText("Inscrire malgré l’âge")).getHref().substring("/app/".length()));
        press("Inscrire");
        assertThat(notices()).as("asked for alone").anyMatch(text -> text.contains("Sami")).noneMatch(text -> text.contains("Lina"));
    }

    @Test
    void whoCannotComeOnOneOfSeveralDatesIsNamedWithThatDateAndWhoIsElsewhereThenToo() {
        var group = town.group(centre).sessions(3).stands();
        var sameHours = town.group(centre).sessions(1).stands();
        var family = town.family(centre).lives();
        registerThemselves(family, group, Set.of(group.sessions().getLast()));
        registerThemselves(family, sameHours, Set.copyOf(sameHours.sessions()));
        SignIn.as(centre.id(), Role.RECEPTION);
        var dates = "&dates=" + group.sessions().getFirst() + "," + group.sessions().getLast();
        open(form(group, family, family.household().persons()) + dates);
        press("Inscrire");
        assertThat(notices()).as("all or nobody").anyMatch(text -> text.contains("déjà une place"));

        open(form(group, family, family.household().persons()) + "&ensemble=who-can" + dates);
        press("Inscrire");

        assertThat(notices()).hasSize(2).anyMatch(text -> text.matches("(?s).*Amina.*\\(.*\\).*déjà une place.*"))
                .anyMatch(text -> text.contains(spaced("A déjà « Cuisine du monde » au même moment")));
    }

    @Test
    void whereAllGoesWellThereIsNothingToReadAndAPageOpenedLaterSaysNothingOfAnotherRequest() {
        var young = town.group(centre).aged(6, 12).stands();
        var family = town.family(centre).child("Lina", LocalDate.now().minusYears(8)).child("Sami", LocalDate.now().minusYears(4)).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(form(young, family, family.household().children()) + "&ensemble=who-can");
        press("Inscrire");

        var group = town.group(centre).startingAt(clock.instant().plus(Duration.ofDays(20))).stands();
        open(form(group, family, family.household().children()));
        press("Inscrire");

        assertThat(notices()).isEmpty();
        assertThat(_find(Notification.class)).extracting(DeskFormTest::text).anyMatch(text -> text.contains("L’inscription est faite."));
    }

    @Test
    void afterTheClosingTheDeskIsAskedForAReasonAndThenRegisters() {
        var group = town.group(centre).open(null, clock.instant().minus(Duration.ofDays(1))).stands();
        var family = town.family(centre).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(form(group, family, family.household().persons()));
        var why = _get(TextField.class, spec -> spec.withLabel("Inscrire après la fermeture"));
        assertThat(why.getHelperText()).contains("fermées depuis le");

        press("Inscrire");
        assertThat(why.getErrorMessage()).isEqualTo("Écrivez la raison.");
        _setValue(why, "A téléphoné la veille");
        press("Inscrire");

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("A téléphoné la veille");
    }

    @Test
    void beforeTheClosingNothingIsAskedAndWhenItClosesMeanwhileTheFormAsksThen() {
        var group = town.group(centre).open(null, clock.instant().plus(Duration.ofDays(1))).stands();
        var family = town.family(centre).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(form(group, family, family.household().persons()));
        _assertNone(TextField.class, spec -> spec.withLabel("Inscrire après la fermeture"));
        database.sql("UPDATE activity SET closes_at = :then WHERE id = :id").param("then", Town.utc(clock.instant().minusSeconds(60)))
                .param("id", group.activity()).update();

        press("Inscrire");

        assertThat(_get(TextField.class, spec -> spec.withLabel("Inscrire après la fermeture")).isInvalid()).isTrue();
    }

    private String form(Group group, Family family, List<PersonRecord> who) {
        return centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + family.id() + "&qui="
                + who.stream().map(PersonRecord::id).map(UUID::toString).collect(Collectors.joining(","));
    }

    private static void press(String text) {
        _click(_get(Act.class, spec -> spec.withText(text)));
    }

    private static List<String> notices() {
        return _find(Notice.class).stream().map(DeskFormTest::text).toList();
    }

    private static String text(Component part) {
        return part.getElement().getTextRecursively();
    }

    private void registerThemselves(Family family, Group group, Set<UUID> sessions) {
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(family.person()), sessions, PartyRule.WHO_CAN)));
        SignIn.out();
    }
}
