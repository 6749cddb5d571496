package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.BackLink;
import fr.preau.base.ui.DateField;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.Tick;
import fr.preau.base.ui.TimeField;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Each use case of the desk, with a role that may and one that may not. */
@Import(RegistrationsTest.TownConfig.class)
@TestPropertySource(properties = {"preau.mail.at-once=false", "spring.datasource.hikari.maximum-pool-size=60"})
class DeskScreensTest extends ScreenTest {

    @Autowired
    Town town;
    @Autowired
    RegistrationService registrations;
    @Autowired
    DeskService desk;
    @Autowired
    JdbcClient database;

    private CentreRecord centre;
    private Group group;
    private Family family;
    private Registered request;

    @BeforeEach
    void aRequest() {
        centre = town.centre();
        group = town.group(centre).places(1).stands();
        family = town.family(centre).named("Benali").lives();
        request = register(family);
    }

    @Test
    void reception_finds_a_request_by_a_name_and_what_is_shown_is_in_the_address() {
        register(town.family(centre).named("Petit").lives());
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscriptions?voir=all&mots=benali");

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscriptions/" + request.request())))).hasSize(1);
        open(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscriptions/" + request.request()))).getHref().substring("/app/".length()));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).as("back to what was filtered")
                .contains("/app/" + centre.slug() + "/inscriptions?voir=all&mots=benali");
        open(centre.slug() + "/inscriptions?voir=all&mots=benali");
        _setValue(_get(Input.class, spec -> spec.withId("words")), "petit");
        _click(_get(Button.class, spec -> spec.withText("Chercher")));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente, rang 1");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("mots")).contains("petit");
    }

    @Test
    void an_animator_sees_the_list_without_exports_and_a_resident_does_not_enter() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions?voir=all");
        _assertNone(Anchor.class, spec -> spec.withText("Télécharger en CSV"));

        family.signIn();
        openInVain(centre.slug() + "/inscriptions");
    }

    @Test
    void reception_cancels_for_the_family_and_the_next_of_the_list_has_the_place() {
        var next = register(town.family(centre).named("Petit").lives()).answers().getFirst().registration();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());

        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CANCELLED_BY_FAMILY");
        assertThat(stateOf(next)).isEqualTo("OFFERED");
    }

    @Test
    void what_the_family_said_is_written_down_with_how_it_said_it_and_the_usual_way_is_no_click() {
        var next = town.family(centre).named("Petit").lives();
        var waits = register(next);
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(way().getValue()).isEqualTo(Channel.DESK);
        _setValue(way(), Channel.PAPER);
        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        open(centre.slug() + "/inscriptions/" + waits.request());
        assertThat(way().getValue()).as("who is offered a place mostly calls").isEqualTo(Channel.PHONE);
        _click(_get(Act.class, spec -> spec.withText("La famille dit oui")));
        assertThat(way().getValue()).as("there is no offer any more").isEqualTo(Channel.DESK);

        assertThat(lastStep(request)).isEqualTo("CANCELLED_BY_FAMILY STAFF PAPER");
        assertThat(lastStep(waits)).isEqualTo("CONFIRMED STAFF PHONE");
    }

    @SuppressWarnings("unchecked")
    private static OneCard<Channel> way() {
        return _get(OneCard.class, spec -> spec.withLabel(spaced("Comment la famille l’a-t-elle dit ?")));
    }

    private String lastStep(Registered of) {
        return database.sql("SELECT CONCAT(to_state, ' ', actor, ' ', channel) FROM registration_step WHERE registration_id = :id ORDER BY happened_at DESC, id DESC LIMIT 1")
                .param("id", of.answers().getFirst().registration()).query(String.class).single();
    }

    @Test
    void the_director_erases_a_family_from_its_file_once_its_places_are_given_back_and_nobody_else_can() {
        String file = centre.slug() + "/familles/" + family.id();
        for (var role : List.of(Role.RECEPTION, Role.ANIMATOR)) {
            SignIn.as(centre.id(), role);
            open(file);
            _assertNone(Act.class, spec -> spec.withText("Effacer ce dossier"));
        }
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(file);
        erase();
        _assertOne(Paragraph.class, spec -> spec.withText(spaced("Cette famille a encore des inscriptions. Annulez-les d’abord : les places iront à d’autres personnes.")));
        assertThat(namesLeft()).isPositive();

        open(centre.slug() + "/inscriptions/" + request.request());
        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));
        open(file);
        erase();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo(centre.slug() + "/familles");
        assertThat(namesLeft()).isZero();
    }

    private long namesLeft() {
        return database.sql("SELECT count(*) FROM person WHERE household_id = :id AND last_name = 'Benali'").param("id", family.id()).query(Long.class).single();
    }

    private static void erase() {
        _click(_get(Act.class, spec -> spec.withText("Effacer ce dossier")));
        _click(_get(Act.class, spec -> spec.withText("Oui, tout effacer")));
        // The browser closes it; here nobody does.
        _find(ConfirmDialog.class).forEach(ConfirmDialog::close);
    }

    @Test
    void the_centre_cancels_only_with_a_reason() {
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions/" + request.request());

        _click(_get(Act.class, spec -> spec.withText("Le centre annule")));
        var yes = _get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger")));
        _click(yes);
        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CONFIRMED");
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Dossier incomplet");
        _click(yes);

        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CANCELLED_BY_CENTRE");
    }

    @Test
    void another_centre_s_request_is_not_found() {
        var elsewhere = town.centre();
        SignIn.as(elsewhere.id(), Role.DIRECTOR);

        open(elsewhere.slug() + "/inscriptions");
        assertThatThrownBy(() -> open(elsewhere.slug() + "/inscriptions/" + request.request()))
                .hasMessageContaining("No route found");
    }

    @Test
    void reception_registers_a_caller_who_then_waits_in_the_same_queue() {
        var caller = town.family(centre).named("Petit").unreachable().lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + caller.id());
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).contains("/inscriptions/");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente, rang 1");
    }

    @Test
    void a_card_tells_the_age_and_a_refusal_for_it_shows_the_way_out_and_goes_with_the_choice() {
        var forChildren = town.group(centre).aged(6, 12).stands();
        var caller = town.family(centre).named("Petit").child("Zoé", LocalDate.now().minusYears(4)).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + forChildren.activity() + "&famille=" + caller.id() + "&qui=" + caller.household().children().getFirst().id());
        assertThat(_get(Page.class).getElement().getTextRecursively()).containsPattern("4\\hans");
        assertThat(_find(NativeDetails.class)).noneMatch(NativeDetails::isOpen);
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_find(NativeDetails.class)).anyMatch(NativeDetails::isOpen);
    }

    @Test
    void today_does_not_offer_an_animator_what_she_may_not_do() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/aujourdhui");
        _assertNone(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscrire")));
    }

    @Test
    void today_leads_reception_to_her_main_act() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/aujourdhui");
        assertThat(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscrire"))).getHref()).contains(centre.slug());
    }

    @Test
    void whoever_comes_beyond_the_places_is_counted_apart() {
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + caller.id());
        assertThat(_find(BackLink.class)).extracting(BackLink::getText).contains("Une autre famille");

        _setValue(_get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places")), "Vient avec sa sœur");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Label.class)).extracting(Label::getText).contains("Confirmée");
        assertThat(_get(Page.class).getElement().getTextRecursively()).contains("Vient avec sa sœur");
        open(centre.slug() + "/activites/" + group.activity());
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively()).anyMatch(text -> text.contains("1 en dépassement"));
    }

    @Test
    void reception_holds_a_place_reads_what_follows_and_confirms_it_later() {
        var roomy = town.group(centre).places(3).stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + roomy.activity() + "&famille=" + caller.id());

        _setValue(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")), "L’assurance");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_get(DateField.class).getErrorMessage()).contains("jusqu’à quel jour");
        _setValue(_get(DateField.class), LocalDate.now().minusDays(2));
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_get(DateField.class).getErrorMessage()).contains("déjà passée");
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Jusqu’au"))));
        assertThat(_get(DateField.class).isInvalid()).isFalse();
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("La place est gardée jusqu’au") && text.contains("personne suivante"));
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("La place est gardée."));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Place gardée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Place gardée jusqu’au").contains("L’assurance");
        var address = UI.getCurrent().getActiveViewLocation().getPath();
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("Petit") && text.contains("L’assurance"));
        open(address);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Le dossier est complet"))));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
    }

    @Test
    void the_day_page_shows_what_to_accept_and_an_animator_says_yes() {
        var asked = asksForApproval("Petit");
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(H2.class)).extracting(H2::getText).contains("À accepter");
        assertThat(_get(Anchor.class, spec -> spec.withText("Répondre")).getHref()).endsWith("/inscriptions/" + asked.request());

        open(centre.slug() + "/inscriptions/" + asked.request());
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demandée");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Si vous acceptez, la famille a une place");
        _click(_get(Act.class, spec -> spec.withText("Accepter")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        _assertNone(Act.class, spec -> spec.withText("Accepter"));
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(H2.class)).extracting(H2::getText).doesNotContain("À accepter");
    }

    @Test
    void a_request_is_refused_only_with_a_reason_and_an_answer_that_comes_second_says_so() {
        var asked = asksForApproval("Petit");
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions?voir=to-accept");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demandée");
        open(centre.slug() + "/inscriptions/" + asked.request());
        var accept = _get(Act.class, spec -> spec.withText("Accepter"));

        _click(_get(Act.class, spec -> spec.withText("Refuser")));
        var yes = _get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger")));
        _click(yes);
        assertThat(stateOf(asked.answers().getFirst().registration())).isEqualTo("REQUESTED");
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Réservé aux nageurs");
        _click(yes);
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Refusée").contains("Réservé aux nageurs");
        // The other tab still shows the button.
        accept.click();

        assertThat(stateOf(asked.answers().getFirst().registration())).isEqualTo("REFUSED");
        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("déjà une réponse"));
    }

    @Test
    void the_form_of_an_activity_that_the_team_answers_says_so_and_offers_no_hold() {
        var byApproval = town.group(centre).byApproval().stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + byApproval.activity() + "&famille=" + caller.id());
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively()).anyMatch(text -> text.contains("l’accord de l’équipe"));
        _assertNone(DateField.class);
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demandée");
        _get(Act.class, spec -> spec.withText("Accepter"));
    }

    @Test
    void reception_says_yes_at_once_and_then_a_hold_and_a_place_beyond_the_places_are_offered() {
        var byApproval = town.group(centre).byApproval().places(1).stands();
        register(byApproval, town.family(centre).named("Ancien").lives());
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + byApproval.activity() + "&famille=" + caller.id());
        _assertNone(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));

        sayYesAtOnce();
        _get(DateField.class);
        _get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively()).anyMatch(text -> text.contains("1 autre demande attend"));
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("C’est inscrit."));
        _get(Act.class, spec -> spec.withText("Annuler cet accord"));
        open(centre.slug() + "/inscrire?activite=" + byApproval.activity() + "&famille=" + family.id() + "&equipe=now");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places")), "Sa sœur vient");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Sa sœur vient");
    }

    @Test
    void a_yes_is_taken_back_from_the_message_or_from_the_page_and_the_history_keeps_both() {
        var asked = asksForApproval("Petit");
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + asked.request());
        _click(_get(Act.class, spec -> spec.withText("Accepter")));

        _click(_get(Act.class, spec -> spec.withText("Revenir en arrière")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demandée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Accord annulé, demande à nouveau en attente", "Confirmée");
        _click(_get(Act.class, spec -> spec.withText("Accepter")));
        open(centre.slug() + "/inscriptions/" + asked.request());
        _click(_get(Act.class, spec -> spec.withText("Annuler cet accord")));
        assertThat(stateOf(asked.answers().getFirst().registration())).isEqualTo("REQUESTED");
        _assertNone(Act.class, spec -> spec.withText("Annuler cet accord"));
    }

    @Test
    void where_no_place_is_left_reception_accepts_beyond_the_places_and_an_animator_does_not() {
        var full = town.group(centre).byApproval().places(1).stands();
        var first = register(full, town.family(centre).named("Premier").lives());
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + first.request());
        _click(_get(Act.class, spec -> spec.withText("Accepter")));
        var second = register(full, town.family(centre).named("Petit").lives());
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + second.request());
        _assertNone(TextField.class);

        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + second.request() + "?voir=all");
        var why = _get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));
        _setValue(why, MUCH);
        _click(_get(Act.class, spec -> spec.withText("Accepter")));
        assertThat(why.getErrorMessage()).contains("trop long");
        assertThat(why.getValue()).as("nothing is lost").hasSize(MUCH.length());
        _setValue(why, "Sa sœur vient");
        _click(_get(Act.class, spec -> spec.withText("Accepter")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Sa sœur vient");
    }

    @Test
    void two_megabytes_in_a_field_of_the_desk_are_refused_beside_it_and_kept() {
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + caller.id());

        for (String label : List.of("Ce qui manque (facultatif)", "Inscrire au-delà des places", "Inscrire malgré l’âge")) {
            var field = _get(TextField.class, spec -> spec.withLabel(label));
            _setValue(field, MUCH);
            _click(_get(Act.class, spec -> spec.withText("Inscrire")));
            assertThat(field.isInvalid()).as(label).isTrue();
            assertThat(field.getErrorMessage()).as(label).contains("trop long");
            assertThat(field.getValue()).as(label).hasSize(MUCH.length());
            _setValue(field, "");
        }

        assertThat(database.sql("SELECT COUNT(*) FROM registration WHERE household_id = :id").param("id", caller.id()).query(Integer.class).single()).isZero();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters().length()).as("the address stays one").isLessThan(600);
    }

    @Test
    void two_megabytes_as_a_reason_are_refused_beside_it_and_kept() {
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions/" + request.request());
        _click(_get(Act.class, spec -> spec.withText("Le centre annule")));
        var reason = _get(TextField.class, spec -> spec.withLabel("La raison"));

        _setValue(reason, MUCH);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        assertThat(reason.getErrorMessage()).contains("trop long");
        assertThat(reason.getValue()).hasSize(MUCH.length());
        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CONFIRMED");
        _get(Dialog.class).close();
        for (String odd : List.of("<script>alert(1)</script>", "=HYPERLINK(\"x\")", "Deux\r\nlignes")) {
            var other = register(town.group(centre).stands(), town.family(centre).named("Petit").lives());
            SignIn.as(centre.id(), Role.DIRECTOR);
            open(centre.slug() + "/inscriptions/" + other.request());
            _click(_get(Act.class, spec -> spec.withText("Le centre annule")));
            _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), odd);
            _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));
            assertThat(_get(Story.class).getElement().getTextRecursively()).as("as text, never as more").contains(odd.lines().findFirst().orElseThrow());
            assertThat(_get(Story.class).getElement().getOuterHTML()).doesNotContain("<script>");
        }
    }

    @Test
    void a_hold_that_was_typed_is_found_again_by_the_address() {
        var roomy = town.group(centre).places(3).stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        var day = LocalDate.now().plusDays(4);
        var form = centre.slug() + "/inscrire?activite=" + roomy.activity() + "&famille=" + caller.id();

        open(form + "&jusqua=" + day + "&heure=17:30&manque=L%E2%80%99assurance+%26+le+reste");

        assertThat(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")).getValue()).isEqualTo("L’assurance & le reste");
        assertThat(_get(DateField.class).getValue()).isEqualTo(day);
        assertThat(_get(TimeField.class).getValue()).isEqualTo(LocalTime.of(17, 30));
        assertThat(_find(NativeDetails.class).getFirst().isOpen()).as("what is typed is in sight").isTrue();
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively()).anyMatch(text -> text.contains("La place est gardée jusqu’au"));
        open(form + "&jusqua=demain&heure=tard&manque=" + "a".repeat(3_000));
        assertThat(_get(DateField.class).getValue()).as("nonsense in an address is left out").isNull();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")).getValue()).hasSize(DeskTerms.LONGEST_REASON);
    }

    @Test
    void an_activity_s_own_time_for_a_missing_paper_is_what_the_desk_proposes() {
        var roomy = town.group(centre).places(3).stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        var form = centre.slug() + "/inscrire?activite=" + roomy.activity() + "&famille=" + caller.id();
        open(form);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Jusqu’au"))));
        var usual = _get(DateField.class).getValue();
        database.sql("UPDATE activity SET hold_days = 10 WHERE id = :id").param("id", roomy.activity()).update();

        open(form);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Jusqu’au"))));

        assertThat(_get(DateField.class).getValue()).isAfter(usual.plusDays(6));
    }

    @Test
    void a_cancellation_for_the_family_can_be_undone_while_nobody_has_the_place() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        _click(_get(Act.class, spec -> spec.withText("Revenir en arrière")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
    }

    @Test
    void an_offer_that_was_over_before_the_click_is_not_said_to_be_confirmed() {
        var next = town.family(centre).named("Petit").lives();
        var waits = register(next);
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(request.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + waits.request());
        next.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(waits.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);

        _click(_get(Act.class, spec -> spec.withText("La famille dit oui")));

        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("n’est plus proposée"));
        assertThat(stateOf(waits.answers().getFirst().registration())).isEqualTo("CANCELLED_BY_FAMILY");
    }

    @Test
    void where_nobody_answers_the_phone_the_place_goes_on_with_a_word_on_why() {
        var silent = town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives();
        var waits = register(silent);
        var next = register(town.family(centre).named("Petit").lives()).answers().getFirst().registration();
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(request.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + waits.request());

        _click(_get(Act.class, spec -> spec.withText("Personne ne répond")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Appelé lundi et mardi");
        _click(_get(Act.class, spec -> spec.withText("Donner la place")));

        assertThat(List.of(stateOf(waits.answers().getFirst().registration()), stateOf(next))).containsExactly("EXPIRED", "OFFERED");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Appelé lundi et mardi");
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively()).as("no second call for the same")
                .noneMatch(text -> text.contains("Silence"));
    }

    @Test
    void a_call_that_was_noted_by_mistake_comes_back() {
        var silent = town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives();
        var held = register(town.group(centre).stands(), silent);
        SignIn.as(centre.id(), Role.DIRECTOR);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(Set.of(held.answers().getFirst().registration()), "Salle fermée"));
        open(centre.slug() + "/aujourdhui");
        _click(_get(Act.class, spec -> spec.withText("C’est dit")));
        _assertNone(Act.class, spec -> spec.withText("C’est dit"));

        _click(_get(Act.class, spec -> spec.withText("Revenir en arrière")));

        _get(Act.class, spec -> spec.withText("C’est dit"));
    }

    @Test
    void whoever_has_noted_a_call_goes_on_at_the_next_one_and_after_the_last_at_the_heading() {
        var sessions = town.group(centre).stands();
        for (var name : List.of("Silence", "Calme")) {
            var held = register(sessions, town.family(centre).named(name).phoneOnly("03 20 11 22 33").lives());
            SignIn.as(centre.id(), Role.DIRECTOR);
            CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(Set.of(held.answers().getFirst().registration()), "Salle fermée"));
        }
        open(centre.slug() + "/aujourdhui");
        var rows = _find(_find(RowList.class).getFirst(), TwoLines.class).stream().map(row -> row.getElement().getTextRecursively()).toList();

        _click(_find(Act.class, spec -> spec.withText("C’est dit")).getFirst());
        assertThat(focused()).last().isInstanceOf(ListItem.class)
                .satisfies(row -> assertThat(row.getElement().getTextRecursively()).contains(rows.getLast()));
        _click(_get(Act.class, spec -> spec.withText("C’est dit")));
        assertThat(focused()).last().isInstanceOf(H1.class);

        _click(_find(Act.class, spec -> spec.withText("Revenir en arrière")).getLast());
        assertThat(focused()).last().isInstanceOf(ListItem.class);
    }

    @Test
    void reception_finds_a_family_whatever_the_accents_or_opens_one_on_the_spot() {
        town.family(centre).named("Élodie").lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&mots=elodie");
        assertThat(_find(Anchor.class, spec -> spec.withText("Choisir"))).hasSize(1);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), "Zoé");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom")), "Nouvelle");
        _click(_get(Act.class, spec -> spec.withText("Créer la famille et continuer")));

        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("famille")).isPresent();
    }

    @Test
    void an_interrupted_desk_finds_again_what_it_had_ticked() {
        var sessions = town.group(centre).sessions(3).stands();
        var caller = town.family(centre).named("Petit").of(3).lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + sessions.activity() + "&famille=" + caller.id() + "&qui=" + caller.persons().get(1)
                + "&dates=" + sessions.sessions().getFirst() + "," + sessions.sessions().getLast() + "&arrive=phone");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(database.sql("SELECT person_id FROM registration WHERE group_id = :group").param("group", sessions.id()).query(UUID.class).list())
                .containsExactly(caller.persons().get(1), caller.persons().get(1));
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("par téléphone");
    }

    @Test
    void an_animator_does_not_register_somebody() {
        SignIn.as(centre.id(), Role.ANIMATOR);

        openInVain(centre.slug() + "/inscrire");
    }

    @Test
    void an_animator_marks_who_is_there_with_one_tap_and_adds_who_came_without() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/seances/" + group.session() + "/pointage");

        var tapped = _get(Tick.class);
        _click(tapped);
        assertThat(_get(Tick.class)).isSameAs(tapped);
        assertThat(tapped.getText()).isEqualTo("Est là");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), "Zoé");
        _click(_get(Act.class, spec -> spec.withText("Ajouter")));

        assertThat(_find(Tick.class)).hasSize(2);
        _click(_find(Act.class, spec -> spec.withText("Revenir en arrière")).getLast());
        assertThat(_find(Tick.class)).as("added by mistake").hasSize(1);
        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CONFIRMED");
        family.signIn();
        openInVain(centre.slug() + "/seances/" + group.session() + "/pointage");
    }

    @Test
    void today_says_whom_to_call() {
        var silent = town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives();
        register(silent);
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(request.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/aujourdhui");

        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("Silence") && text.contains("Une place est gardée"));
        assertThat(_get(Link.class, spec -> spec.withText("03 20 11 22 33")).getHref()).isEqualTo("tel:+33320112233");
        family.signIn();
        openInVain(centre.slug() + "/aujourdhui");
    }

    private static final String MUCH = "a".repeat(2_000_000);

    @SuppressWarnings("unchecked")
    private static void sayYesAtOnce() {
        var team = (OneCard<Enum<?>>) _get(OneCard.class, spec -> spec.withPredicate(card -> card.getElement().getTextRecursively().contains("accepter tout de suite")));
        team.setValue(team.getListDataView().getItems().filter(one -> one.name().equals("NOW")).findFirst().orElseThrow());
    }

    private Registered asksForApproval(String name) {
        return register(town.group(centre).byApproval().places(1).stands(), town.family(centre).named(name).lives());
    }

    private Registered register(Family who) {
        return register(group, who);
    }

    private Registered register(Group what, Family who) {
        who.signIn();
        var outcome = CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), what.id(),
                who.id(), List.of(who.person()), Set.copyOf(what.sessions()), PartyRule.WHO_CAN)));
        SignIn.out();
        return (Registered) outcome;
    }

    private String stateOf(UUID registration) {
        return database.sql("SELECT state FROM registration WHERE id = :id").param("id", registration).query(String.class).single();
    }
}
