package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address that looks like somebody's is somebody else's. */
class LookAlikesTest extends AtTheDoor {

    private final Visitor phone = new Visitor("192.0.2.1", "this browser", null);
    private final String number = Ids.next().toString();

    @Test
    void anAccentedTwinFindsNobody() {
        var amina = accounts.withMail(address("amina", "orange.fr"), "Amina").id();

        assertThat(accounts.findByMail(address("amina", "oṙange.fr"))).isEmpty();
        assertThat(accounts.findByMail(address("amína", "orange.fr"))).isEmpty();
        assertThat(accounts.withMail(address("amina", "oṙange.fr"), "Twin").id()).isNotEqualTo(amina);
        assertThat(accounts.findByMail(address("amina", "orange.fr")).orElseThrow().id()).isEqualTo(amina);
    }

    @Test
    void aLinkForATwinIsNoLinkOfTheAccount() {
        accounts.withMail(address("amina", "orange.fr"), "Amina");

        assertThat(links.sendLink("amina" + number + "@oṙange.fr", phone, WayOn.HOME)).isEmpty();
        var ticket = jdbc.queryForMap("SELECT account_id, email FROM sign_in_ticket WHERE email LIKE ?", "amina" + number + "@xn--%");
        assertThat(ticket.get("account_id")).isNull();
        assertThat(links.sendLink("amína" + number + "@orange.fr", phone, WayOn.HOME)).contains(SignInRefusal.NOT_AN_ADDRESS);
    }

    @Test
    void aTwinOfAColleagueHasNoPasswordLink() {
        var samia = accounts.withMail(address("samia", "orange.fr"), "Samia").id();
        accounts.grant(samia, Role.DIRECTOR, centre.id());

        assertThat(links.sendPasswordLink("samia" + number + "@oṙange.fr", phone, WayOn.HOME)).isEmpty();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM sign_in_ticket WHERE account_id = ?", Integer.class, samia.toString())).isZero();
        assertThat(Optional.of(samia)).isEqualTo(accounts.findByMail(address("samia", "orange.fr")).map(found -> found.id()));
    }

    private EmailAddress address(String name, String domain) {
        return new EmailAddress(name + number + "@" + domain);
    }
}
