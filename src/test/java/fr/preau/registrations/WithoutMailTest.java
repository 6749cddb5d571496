package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family that has a telephone and no mail address is promised no letter, and hears of what it does not hear at once. */
@InTown
class WithoutMailTest extends ScreenTest {

    private static final String PHONE = "03 20 11 22 33";

    @Autowired
    private Town town;
    @Autowired
    private DeskService desk;
    @Autowired
    private JdbcClient database;

    private CentreRecord centre;
    private Family family;

    @BeforeEach
    void aFamilyWithATelephone() {
        centre = town.centre();
        family = town.family(centre).phoneOnly(PHONE).lives();
    }

    @Test
    void whoeverHasAPlaceIsNotToldThatAMessageLeaves() {
        registersHerself(family, town.group(centre).stands(), "Je fais l’inscription");

        assertThat(text()).contains("l’accueil vous appelle").doesNotContain("Vous recevez un mail").doesNotContain("Nous ne savons pas comment vous prévenir");
    }

    @Test
    void whoeverWaitsIsCalledAndNotWrittenTo() {
        var full = town.group(centre).places(1).stands();
        atDesk(town.family(centre).lives(), full, Channel.DESK);
        registersHerself(family, full, "Je me mets sur la liste d’attente");

        assertThat(text()).contains("L’accueil vous appelle dès qu’une place se libère pour vous").doesNotContain("Nous vous écrivons");
        open(centre.slug() + "/mes-inscriptions");
        press("Ce qui s’est passé");
        assertThat(text()).contains("L’accueil vous appelle dès qu’une place se libère pour vous").doesNotContain("Nous vous écrivons", "Nous vous prévenons");
    }

    @Test
    void whoeverNobodyCanReachIsPromisedNeitherALetterNorACall() {
        var silent = town.family(centre).unreachable().lives();
        var full = town.group(centre).places(1).stands();
        atDesk(town.family(centre).lives(), full, Channel.DESK);
        registersHerself(silent, full, "Je me mets sur la liste d’attente");
        open(centre.slug() + "/mes-inscriptions");
        press("Ce qui s’est passé");
        assertThat(text()).contains("Passez à l’accueil de temps en temps")
                .doesNotContain("Nous vous prévenons", "Nous vous écrivons", "vous appelle");

        cancelledByCentre(full);
        silent.signIn();
        open(centre.slug() + "/mes-inscriptions");

        assertThat(text()).contains("Nous la gardons pour vous. Répondez ici, ou passez à l’accueil.").doesNotContain("vous appelle");
    }

    @Test
    void whoeverHasATelephoneIsCalledAboutAnOfferToo() {
        var full = town.group(centre).places(1).stands();
        atDesk(town.family(centre).lives(), full, Channel.DESK);
        registersHerself(family, full, "Je me mets sur la liste d’attente");
        cancelledByCentre(full);
        family.signIn();
        open(centre.slug() + "/mes-inscriptions");

        assertThat(text()).contains("L’accueil vous appelle aussi.");
    }

    @Test
    void whoeverHasAskedIsCalledWithTheAnswer() {
        registersHerself(family, town.group(centre).byApproval().stands(), "J’envoie ma demande");

        assertThat(text()).contains("L’accueil vous appelle dès que l’équipe a répondu").doesNotContain("Vous recevez un message");
    }

    @Test
    void whoeverAskedOnPaperIsCalledWithWhatCameOfItAndWhoStandsAtTheDeskIsNot() {
        var group = town.group(centre).places(1).stands();
        atDesk(family, group, Channel.PAPER);
        atDesk(town.family(centre).phoneOnly(PHONE).lives(), group, Channel.DESK);
        atDesk(town.family(centre).phoneOnly(PHONE).lives(), group, Channel.PHONE);
        atDesk(town.family(centre).lives(), group, Channel.PAPER);

        assertThat(calls()).containsExactly(family.id() + " ON_PAPER");
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively())
                .anyMatch(line -> line.contains("Demande sur papier"));
    }

    @Test
    void theDeskIsToldToSayUntilWhenAPlaceIsHeld() {
        var group = town.group(centre).stands();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + family.id());
        assertThat(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")).getHelperText()).contains("dites-lui ce qui manque");
        _click(_find(Button.class).stream().filter(act -> act.getText().startsWith("Jusqu’au")).findFirst().orElseThrow());

        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively())
                .anyMatch(text -> text.contains(spaced("n’a pas de mail : dites-lui cette date")))
                .noneMatch(text -> text.contains("le lit dans un mail"));
    }

    @Test
    void whatTheDeskReadsBeforeItCancelsPromisesNoMailEither() {
        var request = atDesk(family, town.group(centre).stands(), Channel.DESK).request();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request);
        press("La famille annule");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("n’a pas de mail").doesNotContain("reçoit un mail");
        _get(ConfirmDialog.class).close();

        press("Le centre annule");
        assertThat(_get(TextField.class, spec -> spec.withLabel("La raison")).getHelperText()).contains("l’accueil l’appelle");
    }

    @Test
    void toAFamilyWithAMailAddressTheDesksWordsAreAsEver() {
        var request = atDesk(town.family(centre).lives(), town.group(centre).stands(), Channel.DESK).request();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request);
        press("La famille annule");

        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("La famille qui annule reçoit un mail.");
    }

    private void registersHerself(Family who, Group group, String confirm) {
        who.signIn();
        var slug = database.sql("SELECT slug FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
        open(centre.slug() + "/inscription/" + slug);
        press("Continuer");
        cards().setValue(Set.copyOf(group.sessions()));
        press("Continuer");
        press(confirm);
    }

    private Registered atDesk(Family who, Group group, Channel way) {
        SignIn.as(centre.id(), Role.RECEPTION);
        return (Registered) CurrentCentre.in(centre.id(), () -> desk.register(RegisterCommand.sessions(UUID.randomUUID().toString(),
                group.id(), who.id(), List.of(who.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(way), DeskTerms.ordinary()));
    }

    private void cancelledByCentre(Group group) {
        SignIn.as(centre.id(), Role.DIRECTOR);
        var placed = database.sql("SELECT id FROM registration WHERE group_id = :group AND state = 'CONFIRMED'").param("group", group.id())
                .query(UUID.class).set();
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(placed, "Travaux"));
    }

    private List<String> calls() {
        return database.sql("SELECT CONCAT(household_id, ' ', about) FROM call_task WHERE centre_id = :centre AND done_at IS NULL")
                .param("centre", centre.id()).query(String.class).list();
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<UUID> cards() {
        return _get(ManyCards.class);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String text() {
        return _get(Page.class).getElement().getTextRecursively();
    }
}
