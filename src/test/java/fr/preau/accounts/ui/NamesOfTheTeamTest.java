package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static fr.preau.accounts.ui.MemberScreen.choose;
import static fr.preau.accounts.ui.MemberScreen.press;
import static fr.preau.accounts.ui.MemberScreen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Grant;
import fr.preau.base.EmailAddress;
import fr.preau.base.FrenchSpaces;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever somebody types as a name where people of a team are named: it is kept as plain words, or refused in words. */
class NamesOfTheTeamTest extends ScreenTest {

    /** Where a name is typed. */
    enum Door {
        TEAM, FEDERATION, ACCOUNT
    }

    @Autowired
    private TestCentres centres;
    @Autowired
    private AccountService accounts;
    private CentreRecord here;
    private EmailAddress mail;

    @BeforeEach
    void aCentre() {
        here = centres.open();
        mail = new EmailAddress("claire" + Ids.next() + "@exemple.fr");
    }

    @ParameterizedTest
    @EnumSource
    void twoMegabytesAreTooLongAndThatIsWhatIsSaid(Door door) {
        tell(door, "a".repeat(2_000_000));

        _assertOne(Span.class, spec -> spec.withText(FrenchSpaces.spaced(door == Door.ACCOUNT ? "Ce nom est trop long. Écrivez-le plus court."
                : "Ce nom est trop long : 160 lettres au plus.")));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAName(Door door) {
        tell(door, " \n ");

        _assertOne(Span.class, spec -> spec.withText(door == Door.ACCOUNT ? "Écrivez votre prénom et votre nom." : "Écrivez le prénom et le nom."));
    }

    @ParameterizedTest
    @MethodSource
    void theRestIsKeptAsWordsInOneLine(Door door, String typed, String kept) {
        tell(door, typed);

        assertThat(accounts.findByMail(mail).orElseThrow().displayName()).isEqualTo(kept);
    }

    static Stream<Arguments> theRestIsKeptAsWordsInOneLine() {
        return Stream.of(Door.values()).flatMap(door -> Stream.of(
                Arguments.of(door, "<script>alert(1)</script>", "<script>alert(1)</script>"),
                Arguments.of(door, " Claire\r\nBcc: x@exemple.fr\n", "Claire Bcc: x@exemple.fr"),
                Arguments.of(door, "Claire 😀 d’Été", "Claire 😀 d’Été"),
                Arguments.of(door, "é".repeat(160), "é".repeat(160))));
    }

    private void tell(Door door, String name) {
        switch (door) {
            case TEAM -> {
                SignIn.as(here.id(), Role.DIRECTOR);
                invite(here.slug() + "/equipe/inviter", name, Role.RECEPTION);
            }
            case FEDERATION -> {
                SignIn.as(Ids.next(), Set.of(new Grant(Role.FEDERATION, null)));
                invite("federation/equipe/inviter", name, Role.TECHNICIAN);
            }
            case ACCOUNT -> {
                SignIn.asResident(accounts.withMail(mail, "Claire").id());
                open(here.slug() + "/compte");
                type("name", name);
                press("Enregistrer");
            }
        }
    }

    private void invite(String address, String name, Role role) {
        open(address);
        type("mail", mail.value());
        type("name", name);
        choose(role);
        press("Inviter");
    }
}
