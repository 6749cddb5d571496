package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ErrorEvent;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import fr.preau.base.TooBusyException;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the app says when something does not go. */
@ExtendWith(OutputCaptureExtension.class)
class KindWordsTest extends ScreenTest {

    private static final Routes WITH_KIND_WORDS = new Routes().autoDiscoverViews("fr.preau");

    @Autowired
    private TestCentres centres;
    private CentreRecord here;

    @Override
    protected Routes routes() {
        return WITH_KIND_WORDS;
    }

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void aCentreOrAPersonThatIsNotThereIsNotFound() {
        SignIn.as(here.id(), Role.DIRECTOR);
        for (String address : new String[] {"nulle-part/famille", here.slug() + "/equipe/personne/" + Ids.next()}) {
            open(address);
            assertThat(heading()).isEqualTo("Nous ne trouvons pas cette page");
            assertThat(_find(Anchor.class)).anyMatch(link -> link.getHref().equals("/app"));
        }
    }

    @Test
    void whoMayNotEnterReadsWhomToAsk() {
        SignIn.asResident(Ids.next());
        open(here.slug() + "/equipe");
        assertThat(heading()).isEqualTo("Cette page est pour d’autres personnes");
    }

    @Test
    void whoWorksInAnotherCentreReadsWhoseScreenItIs() {
        SignIn.as(centres.open().id(), Role.DIRECTOR);
        open(here.slug() + "/equipe");
        assertThat(heading()).isEqualTo("Cette page est pour l’équipe d’un autre centre");
        assertThat(words()).contains(here.name());
    }

    @Test
    void whoCameByACodeOfAnotherCentreReadsHowToSeeThisOne() {
        var other = centres.open();
        SignIn.byCode(Ids.next(), other.id());
        for (String screen : new String[] {"/famille", "/mes-inscriptions", "/inscription/gym", "/compte"}) {
            open(here.slug() + screen);
            assertThat(heading()).as(screen).isEqualTo("Votre code ouvre un autre centre");
            assertThat(words()).contains("code de l’accueil", other.name(), "Pour voir vos inscriptions ici (" + here.name() + "), déconnectez-vous, puis entrez",
                    "un code de l’accueil de ce centre");
            assertThat(_find(Anchor.class)).noneMatch(link -> link.getHref().startsWith("/app/" + here.slug()));
            assertThat(_find(SignOutForm.class)).as("leads on to where she wanted, at the door where who is signed in is sent back")
                    .anyMatch(form -> form.getElement().getChildren().anyMatch(field -> "vers".equals(field.getAttribute("name"))
                            && ("/app/" + here.slug() + screen).equals(field.getAttribute("value"))));
        }
    }

    @Test
    void aBugIsANumberAndNothingTechnical() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/panne");
        assertThat(heading()).isEqualTo("Cela n’a pas marché");
        assertThat(words()).containsPattern(spaced("À dire à l’accueil si cela continue : [0-9A-F]{4}")).doesNotContain("boom", "Exception");
    }

    @Test
    void tooManyAtOnceIsSaidWithoutANumber() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/foule");
        assertThat(heading()).isEqualTo("Il y a beaucoup de monde en ce moment");
        assertThat(words()).doesNotContain("À dire à l’accueil");
    }

    /** Where the work could not be begun anew by itself, it may be by hand. */
    @Test
    void thatSomebodyWasFasterIsNoFailure() {
        var changedMeanwhile = new SQLException("Record has changed since last read", "HY000", 1020);

        assertThat(Mishap.of(new UncategorizedSQLException("to write", null, changedMeanwhile))).isInstanceOf(Mishap.Busy.class);
        assertThat(Mishap.of(new OptimisticLockingFailureException("its version is another"))).isInstanceOf(Mishap.Busy.class);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidWithoutANumber() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/coupure");
        assertThat(heading()).isEqualTo("Préau revient dans un instant");
        assertThat(words()).doesNotContain("À dire à l’accueil", "refused");
        KindWords.tell(new ErrorEvent(new CannotCreateTransactionException("no", new SQLTransientConnectionException("refused", "08000"))));
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("Ce que vous avez écrit est encore là")
                .doesNotContain("refused", "À dire à l’accueil");
    }

    /** A tab that was closed, or a page that was left, while the server was still answering. */
    @Test
    void nobodyIsToldOfAnAnswerForWhichNobodyWaits() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/clic");
        KindWords.tell(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));
        assertThat(_find(ConfirmDialog.class)).isEmpty();
    }

    /** A colleague deleted it while the page was open. */
    @Test
    void whatHasGoneMeanwhileIsNobodysFault() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/clic");
        KindWords.tell(new ErrorEvent(new NotFoundException()));
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("Quelqu’un l’a retiré").doesNotContain("À dire à l’accueil");
    }

    @Test
    void norIsWhatAServiceNoLongerFindsAndTheLogHasNoErrorOfIt(CapturedOutput log) {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/clic");
        KindWords.tell(new ErrorEvent(new IllegalStateException(new NotHereException("No such household in this centre"))));
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("Quelqu’un l’a retiré", "Revenez à la liste")
                .doesNotContain("À dire à l’accueil", "household");
        assertThat(log.getAll()).doesNotContain("No such household in this centre");
    }

    @Test
    void aClickThatFailsSaysSoAndTheScreenStays() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/clic");
        // The mocked session throws what a listener throws; the browser's one gives it to this.
        KindWords.tell(new ErrorEvent(new IllegalStateException("boom")));
        var dialog = _get(ConfirmDialog.class);
        assertThat(dialog.getElement().getProperty("message")).contains("Ce que vous avez écrit est encore là", "À dire à l’accueil").doesNotContain("boom");
        _assertOne(NativeButton.class);
    }

    private static String heading() {
        _assertOne(H1.class);
        return _find(H1.class).getFirst().getText();
    }

    private static String words() {
        return String.join(" ", _find(Paragraph.class).stream().map(Paragraph::getText).toList());
    }

    /** A screen with a button, for this test. */
    @Route(value = "clic", layout = CentreLayout.class)
    @AllowedTo(Role.RECEPTION)
    public static class ClickView extends Div {
        private static final long serialVersionUID = 1L;

        public ClickView() {
            add(new NativeButton("clic"));
        }
    }

    /** A screen with a bug, for this test. */
    @Route(value = "panne", layout = CentreLayout.class)
    @AllowedTo(Role.RECEPTION)
    public static class BrokenView extends Div {
        private static final long serialVersionUID = 1L;

        public BrokenView() {
            throw new IllegalStateException("boom");
        }
    }

    /** A screen that cannot reach the database, for this test. */
    @Route(value = "coupure", layout = CentreLayout.class)
    @AllowedTo(Role.RECEPTION)
    public static class UnreachedView extends Div {
        private static final long serialVersionUID = 1L;

        public UnreachedView() {
            throw new CannotCreateTransactionException("no", new SQLTransientConnectionException("refused", "08000"));
        }
    }

    /** A screen that too many want, for this test. */
    @Route(value = "foule", layout = CentreLayout.class)
    @AllowedTo(Role.RECEPTION)
    public static class CrowdedView extends Div {
        private static final long serialVersionUID = 1L;

        public CrowdedView() {
            throw new TooBusyException("all at once");
        }
    }
}
