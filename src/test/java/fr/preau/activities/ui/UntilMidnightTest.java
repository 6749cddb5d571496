package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.SessionRecord;
import fr.preau.activities.web.CatalogueWords;
import fr.preau.base.Role;
import fr.preau.base.ui.TwoLines;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A party, a film: an evening that ends at midnight ends when the next day begins. */
class UntilMidnightTest extends ActivityScreens {

    private static final String UNTIL_MIDNIGHT = spaced("de 20 h") + " à\u00a0minuit";

    @Autowired
    private CatalogueWords words;

    @BeforeEach
    void anAnimator() {
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    @Test
    void anEveningOfEveryWeekMayEndAtMidnightAndIsToldSo() {
        fillIn("Soirée jeux");
        _setValue(hour("De"), LocalTime.of(20, 0));
        _setValue(hour("À"), LocalTime.MIDNIGHT);
        assertThat(hour("À").isInvalid()).isFalse();
        press("Voir l’aperçu");
        press("Publier");

        var sessions = sessions();
        assertThat(sessions).isNotEmpty().allSatisfy(this::endsWhenTheNextDayBegins);
        assertThat(words.session(sessions.getFirst(), here.zone())).endsWith(UNTIL_MIDNIGHT);
        open(here.slug() + "/activites/" + only().id());
        assertThat(_find(TwoLines.class)).anyMatch(line -> line.getElement().getTextRecursively().contains(UNTIL_MIDNIGHT));
    }

    @Test
    void aSessionIsMovedToMidnightAndThenToAnotherDay() {
        var sheet = activities.titled("Film").on(today().plusDays(10), LocalTime.of(20, 30), LocalTime.of(22, 30)).in(here.id());
        change(sheet.groups().getFirst().sessions().getFirst());
        _setValue(hour("À"), LocalTime.MIDNIGHT);
        assertThat(hour("À").isInvalid()).isFalse();
        press("Enregistrer");
        endsWhenTheNextDayBegins(sessions().getFirst());

        change(sessions().getFirst());
        assertThat(hour("À").getValue()).isEqualTo(LocalTime.MIDNIGHT);
        _setValue(day("Le jour"), today().plusDays(12));
        press("Enregistrer");
        assertThat(day(sessions().getFirst())).isEqualTo(today().plusDays(12));
        endsWhenTheNextDayBegins(sessions().getFirst());
    }

    @Test
    void anEndThatIsLaterStillIsRefusedWithWhatGoes() {
        var sheet = activities.titled("Film").on(today().plusDays(10), LocalTime.of(20, 30), LocalTime.of(22, 30)).in(here.id());
        change(sheet.groups().getFirst().sessions().getFirst());
        _setValue(hour("À"), LocalTime.of(1, 0));
        press("Enregistrer");
        assertThat(hour("À").getErrorMessage()).contains("au plus tard à minuit");
        assertThat(sessions()).isEqualTo(sheet.groups().getFirst().sessions());
    }

    private void change(SessionRecord session) {
        open(here.slug() + "/activites/" + only().id() + "/seances/" + session.id());
    }

    private List<SessionRecord> sessions() {
        return only().groups().getFirst().sessions();
    }

    private void endsWhenTheNextDayBegins(SessionRecord session) {
        assertThat(session.endsAt()).isEqualTo(day(session).plusDays(1).atStartOfDay(here.zone()).toInstant());
    }

    private LocalDate day(SessionRecord session) {
        return session.startsAt().atZone(here.zone()).toLocalDate();
    }
}
