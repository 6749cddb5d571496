package fr.preau.messaging;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.BackLink;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Label;
import fr.preau.centres.CentreRecord;
import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.SendingFailure;
import fr.preau.messaging.ui.LetterView;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Staff look after the centre's letters. */
@Import(MessagingTestConfig.class)
class LettersScreenTest extends ScreenTest {

    @Autowired
    Outbox outbox;
    @Autowired
    PostRound round;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    TestCentres centres;
    @Autowired
    TestWriter writer;
    @Autowired
    TestTransport transport;

    private CentreRecord centre;

    @BeforeEach
    void aCentre() {
        writer.reset();
        transport.reset();
        centre = centres.open();
        SignIn.as(centre.id(), Role.RECEPTION);
    }

    @Test
    void animatorsDoNotRead() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        openInVain(centre.slug() + "/envois");
    }

    @Test
    void anEmptyListSaysWhatWillComeHere() {
        open(centre.slug() + "/envois");

        _get(EmptyState.class);
    }

    @Test
    void receptionSeesWhatBecameOfEachLetter() {
        post("Samira");
        round.sendDue();
        post("Nadia");
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };
        round.sendDue();
        post("Karim");
        writer.words = envelope -> Optional.empty();
        round.sendDue();
        post("Omar");

        open(centre.slug() + "/envois");

        assertThat(_find(Label.class)).extracting(Label::getText)
                .containsExactly("En attente", "Plus nécessaire", spaced("Pas parti : adresse refusée"), "Parti");
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("Message qui part bientôt", spaced("Message pas envoyé : la situation a changé"));
    }

    @Test
    void theFilterAndTheSearchAreInTheAddress() {
        post("Samira");
        round.sendDue();
        post("Nadia");

        open(centre.slug() + "/envois?etat=en-attente");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente");
        assertThat(_find(Anchor.class).stream().filter(link -> "true".equals(link.getElement().getAttribute("aria-current"))))
                .extracting(Anchor::getText).containsExactly("En attente");

        open(centre.slug() + "/envois?qui=samira");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Parti");

        open(centre.slug() + "/envois?etat=bizarre&page=99999999999&qui=personne");
        _get(EmptyState.class);
    }

    @Test
    void aFailedLetterIsSentAgainInOneClick() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };
        post("Samira");
        round.sendDue();
        open(centre.slug() + "/envois");

        _click(_get(Button.class, spec -> spec.withText("Renvoyer")));

        MockVaadin.clientRoundtrip(false);
        _get(Span.class, spec -> spec.withText("Le message part dans quelques instants."));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente");
    }

    @Test
    void aLetterThatHasLeftIsSentAgainAfterAQuestion() {
        post("Samira");
        round.sendDue();
        open(centre.slug() + "/envois");

        _click(_get(Button.class, spec -> spec.withText("Renvoyer")));
        assertThat(_find(Label.class)).hasSize(1);
        yes().click();

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente", "Parti");
    }

    @Test
    void aLetterIsReadOnItsOwnScreen() {
        post("Samira");
        round.sendDue();
        open(centre.slug() + "/envois");
        var link = _find(Anchor.class).stream().filter(one -> one.getText().startsWith("Votre inscription")).findFirst().orElseThrow();

        open(link.getHref().substring("/app/".length()));

        assertThat(_get(H1.class).getText()).isEqualTo("Votre inscription est confirmée");
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("Lina est inscrite.");
    }

    @Test
    void aFailedLetterThatIsSentAgainFromItsOwnScreenIsOnItsWayThereToo() {
        transport.before = mail -> {
            throw new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, new IllegalStateException());
        };
        post("Samira");
        round.sendDue();
        open(centre.slug() + "/envois");
        var link = _find(Anchor.class).stream().filter(one -> one.getHref().matches(".*/envois/[^?]{36}.*")).findFirst().orElseThrow();
        open(link.getHref().substring("/app/".length()));

        _click(_get(Button.class, spec -> spec.withText("Renvoyer")));
        yes().click();

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente");
        _assertNone(_get(LetterView.class), Button.class, spec -> spec.withText("Renvoyer"));
    }

    private static Act yes() {
        return _get(ConfirmDialog.class).getElement().getChildren().flatMap(child -> child.getComponent().stream())
                .filter(Act.class::isInstance).map(Act.class::cast).filter(act -> act.getText().equals("Renvoyer")).findFirst().orElseThrow();
    }

    @Test
    void fromALetterOneGoesBackToWhatWasSought() {
        post("Samira & Co");
        String sought = "/envois?etat=en-attente&qui=samira+%26";
        open(centre.slug() + sought);
        var link = _find(Anchor.class).stream().filter(one -> one.getHref().matches(".*/envois/[^?]{36}.*")).findFirst().orElseThrow();

        open(link.getHref().substring("/app/".length()));

        assertThat(_get(BackLink.class).getHref()).isEqualTo("/app/" + centre.slug() + sought);
        open(link.getHref().replaceFirst("\\?.*", "").substring("/app/".length()));
        assertThat(_get(BackLink.class).getHref()).isEqualTo("/app/" + centre.slug() + "/envois?etat=tous");
    }

    @Test
    void whatIsSearchedStandsInTheAddress() {
        post("Samira");
        post("Nadia & Co");
        open(centre.slug() + "/envois?etat=en-attente");

        _setValue(_get(Input.class, spec -> spec.withId("words")), "nadia & c");
        _click(_get(Button.class, spec -> spec.withText("Chercher")));

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters().getSingleParameter("qui")).contains("nadia & c");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getQueryParameters().getSingleParameter("etat")).contains("en-attente");
        assertThat(_find(NativeTableRow.class)).hasSize(1 + 1);
    }

    @Test
    void theListIsPaged() {
        for (int i = 0; i < 30; i++) {
            post("Personne " + i);
        }

        open(centre.slug() + "/envois?page=2");

        assertThat(_find(NativeTableRow.class)).hasSize(1 + 5);
    }

    private void post(String name) {
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> outbox.post(new Envelope(Ids.next().toString(), "test.news", Ids.next(),
                new Recipient(new EmailAddress("quelqu.un@example.org"), name)))));
    }
}
