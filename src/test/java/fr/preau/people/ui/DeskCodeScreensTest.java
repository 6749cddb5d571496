package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.vaadin.flow.component.UI;
import fr.preau.base.CurrentCentre;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.QrPicture;
import fr.preau.centres.CentreRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reception gives somebody a code: on the screen, and on paper with all that she needs at the computer beside the desk. */
class DeskCodeScreensTest extends ScreenTest {

    private static final String FOR_AMINA = "Code de connexion pour Amina";
    private static final String PRINT = "Imprimer le papier";

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private PublicAddress address;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID family;

    @BeforeEach
    void aFamily() {
        here = centres.open();
        SignIn.as(here.id(), Role.RECEPTION);
        var amina = NewHousehold.of(PersonDetails.adult("Amina", "Benali"));
        family = CurrentCentre.in(here.id(), () -> households.openAtDesk(amina)).value().orElseThrow();
        open(here.slug() + "/familles/" + family);
    }

    @Test
    void thereIsNoPaperBeforeThereIsACode() {
        _assertNone(DeskSlip.class);
        _assertNone(Act.class, spec -> spec.withText(PRINT));
    }

    @Test
    void thePaperSaysWhoseItIsWhereToTypeItAndUntilWhen() {
        press(FOR_AMINA);

        String code = shownCode();
        assertThat(_get(DeskSlip.class).getElement().getTextRecursively()).contains("Amina Benali", here.name(), code, here.contact().phone())
                .contains(address.of("/connexion/code").replaceFirst(".*//", "")).containsPattern("jusqu’au \\w+ \\d.*\\d{4} à.\\d{1,2}.h");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("/connexion/code", "Amina Benali");
        press(PRINT);
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anyMatch(call -> call.getInvocation().getExpression().contains("window.print()"));
    }

    @Test
    void theSquareLeadsToTheDoorOfThisPaperAndDoesNotHoldTheCode() throws Exception {
        press(FOR_AMINA);

        assertThat(read(_get(QrPicture.class))).matches(Pattern.quote(address.of("/connexion/code/")) + "[0-9a-f-]{36}")
                .doesNotContain(shownCode().replaceAll("\\D", ""));
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters()).isEqualTo(here.slug() + "/familles/" + family);
    }

    @Test
    void aSecondClickMakesNoSecondCodeAndAnotherButtonDoes() {
        press(FOR_AMINA);
        String first = shownCode();

        assertThat(_get(Act.class, spec -> spec.withText(FOR_AMINA)).isEnabled()).isFalse();
        assertThat(codes()).isEqualTo(1);
        press("Donner un autre code");
        assertThat(codes()).isEqualTo(2);
        assertThat(shownCode()).isNotEqualTo(first);
        assertThat(_get(DeskSlip.class).getElement().getTextRecursively()).contains(shownCode());
    }

    private int codes() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM sign_in_ticket WHERE kind = 'DESK_CODE' AND centre_id = ?", Integer.class,
                here.id().toString());
    }

    private static String shownCode() {
        return _get(Notice.class).getElement().getTextRecursively().replaceFirst("(?s)^Code.:.([\\d\\u00a0]+\\d).*", "$1");
    }

    private static String read(QrPicture picture) throws Exception {
        String png = picture.getSrc().substring(picture.getSrc().indexOf(',') + 1);
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    }

    private static void press(String text) {
        _click(_get(Act.class, spec -> spec.withText(text)));
    }
}
