package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.preau.accounts.signin.WayOn;
import fr.preau.base.PublicAddress;
import fr.preau.base.Texts;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.ExtendedModelMap;

/** A form of the door while the database is away. */
class DoorFrameTest {

    private static final RuntimeException AWAY = new CannotCreateTransactionException("no", new SQLTransientConnectionException("refused", "08000"));

    private final Texts texts = mock(Texts.class);
    private final DoorFrame frame = new DoorFrame(texts, mock(DemoOffer.class), mock(PublicAddress.class));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final ExtendedModelMap model = new ExtendedModelMap();

    @ParameterizedTest
    @CsvSource({"/connexion/lien, /connexion/lien", "/connexion/%6Cien, /connexion/lien", "/connexion/lien;a=b, /connexion/lien"})
    void aFormComesBackAsItWasFilledInHoweverItsAddressIsSpelled(String written, String asked) {
        when(texts.say(anyString())).thenReturn("Préau revient");
        var request = form(written, asked);

        assertThat(frame.away(AWAY, request, response, model)).isEqualTo(DoorPages.START);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(model.getAttribute("mail")).isEqualTo("amina@exemple.fr");
        assertThat(model.getAttribute(DoorFrame.WAY)).isEqualTo(new WayOn("/app/x", true));
        assertThat(model.getAttribute("refusal")).isEqualTo("Préau revient");
    }

    @Test
    void whatIsNoFormOrHasAnotherCauseIsLeftToOthers() {
        assertThatThrownBy(() -> frame.away(AWAY, form("/connexion/lien/abc", "/connexion/lien/abc"), response, model)).isSameAs(AWAY);
        var bug = new IllegalStateException();
        assertThatThrownBy(() -> frame.away(bug, form("/connexion/lien", "/connexion/lien"), response, model)).isSameAs(bug);
    }

    private static MockHttpServletRequest form(String written, String asked) {
        var request = new MockHttpServletRequest("POST", written);
        request.setServletPath(asked);
        request.setParameter("mail", "amina@exemple.fr");
        request.setParameter("vers", "/app/x");
        request.setParameter("partage", "oui");
        return request;
    }
}
