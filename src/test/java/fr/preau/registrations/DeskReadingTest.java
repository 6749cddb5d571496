package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who of the team reads a family's file by way of a request or of registering somebody stands in the journal too. */
class DeskReadingTest extends DeskScreens {

    @Autowired
    private Audit audit;
    @Autowired
    private TestClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aRequestShowsTheFamilyAndLeavesOneLineForWhoeverOpensIt() {
        var animator = SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + request.request());
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(readings(family.id())).extracting(AuditRecord::account).containsExactly(animator.account());
        assertThat(readings(family.id())).extracting(AuditRecord::centre).containsExactly(centre.id());

        clock.pass(Duration.ofHours(1).plusSeconds(1));
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(readings(family.id())).hasSize(2);
    }

    @Test
    void registeringSomebodyLeavesALineOnceTheFamilyIsChosen() {
        var other = town.family(centre).named("Petit").lives();
        var reception = SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity());
        assertThat(readings(other.id())).isEmpty();

        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + other.id());
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + other.id() + "&arrive=phone");
        assertThat(readings(other.id())).extracting(AuditRecord::account).containsExactly(reception.account());
        assertThat(readings(family.id())).isEmpty();
    }

    @Test
    void whoeverGoesFromARequestToTheFileHasReadItOnce() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        open(centre.slug() + "/familles/" + family.id());
        assertThat(readings(family.id())).hasSize(1);
    }

    private List<AuditRecord> readings(UUID household) {
        return audit.of("household", household).stream().filter(line -> line.action().equals("household-read")).toList();
    }
}
