package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Page;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For as long as a cancellation can be taken back, the screen says so: the message in passing is gone after seconds. */
class JustCancelledTest extends DeskScreens {

    @Autowired
    private DeskService desk;

    @Test
    void theFamilyFindsItsWayBackWhenItOpensItsRegistrationsAgain() {
        cancels();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).singleElement().satisfies(act -> assertThat(act.getText()).contains("Cuisine du monde", "Amina Benali"));

        _click(wayBack().getFirst());

        assertThat(_get(Page.class).getElement().getTextRecursively()).contains("tout est comme avant");
        assertThat(wayBack()).as("it is there again").isEmpty();
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY", "CONFIRMED");
        assertThat(lastStep()).isEqualTo("FAMILY WEB");
    }

    @Test
    void soDoesTheDeskAndAlsoForWhatTheCentreHasEndedWhichTheFamilyDoesNotTakeBack() {
        SignIn.as(centre.id(), Role.RECEPTION);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(ids(), "Dossier incomplet"));
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).singleElement().satisfies(act -> assertThat(act.getText()).contains("Amina Benali ("));
        family.signIn();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).isEmpty();
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).isEmpty();

        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        _click(wayBack().getFirst());
        assertThat(states()).containsExactly("CANCELLED_BY_CENTRE", "CONFIRMED");
        assertThat(lastStep()).isEqualTo("STAFF DESK");
    }

    @Test
    void theDeskWritesDownInWhichWayTheFamilyAsksForItsPlaceAgain() {
        cancels();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(way().getValue()).as("it cancelled in the app, and comes by").isEqualTo(Channel.DESK);

        _setValue(way(), Channel.PAPER);
        _click(wayBack().getFirst());

        assertThat(lastStep()).isEqualTo("STAFF PAPER");
    }

    @Test
    void whoHasCancelledOnThePhoneMostlyCallsAgainAndNobodyIsAskedForWhatTheCentreEndedItself() {
        SignIn.as(centre.id(), Role.RECEPTION);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelForFamily(ids(), Channel.PHONE, null));
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(way().getValue()).isEqualTo(Channel.PHONE);
        _click(wayBack().getFirst());
        assertThat(lastStep()).isEqualTo("STAFF PHONE");

        var again = database.sql("SELECT id FROM registration WHERE household_id = :id AND state = 'CONFIRMED'").param("id", family.id())
                .query(UUID.class).set();
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(again, "Dossier incomplet"));
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).hasSize(1);
        assertThat(_find(OneCard.class)).isEmpty();
    }

    @Test
    void nobodyIsOfferedAPlaceThatIsGivenAwayOrAfterTenMinutes() {
        cancels();
        database.sql("UPDATE registration SET changed_at = SUBDATE(changed_at, INTERVAL 11 MINUTE) WHERE household_id = :id")
                .param("id", family.id()).update();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).isEmpty();

        request = register(family);
        register(town.family(centre).named("Petit").lives());
        cancels();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).as("it went to who waited").isEmpty();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).isEmpty();
    }

    private void cancels() {
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(ids()));
    }

    private Set<UUID> ids() {
        return Set.of(request.answers().getFirst().registration());
    }

    private List<String> states() {
        return database.sql("SELECT state FROM registration WHERE household_id = :id ORDER BY state").param("id", family.id()).query(String.class).list();
    }

    /** Of the family, and by which way. */
    private String lastStep() {
        return database.sql("""
                SELECT CONCAT(s.actor, ' ', s.channel) FROM registration_step s JOIN registration r ON r.id = s.registration_id
                WHERE r.household_id = :id ORDER BY s.happened_at DESC, s.id DESC LIMIT 1""").param("id", family.id()).query(String.class).single();
    }

    @SuppressWarnings("unchecked")
    private static OneCard<Channel> way() {
        return _get(OneCard.class, spec -> spec.withLabel(spaced("Comment la famille demande-t-elle de revenir en arrière ?")));
    }

    private static List<Act> wayBack() {
        return _find(Act.class).stream().filter(act -> act.getText().matches("Revenir en arrière.+")).toList();
    }
}
