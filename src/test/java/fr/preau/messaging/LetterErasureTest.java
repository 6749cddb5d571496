package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LetterErasureTest extends MessagingTest {

    @Autowired
    private LetterErasure erasure;

    /** New addresses have no accent before the @; some that were kept earlier have. */
    @Test
    void whatWasSentToAnAddressGoesAndWhatWasSentToOneThatDiffersInAnAccentStays() {
        post("zoe@example.org");
        post("zoé@example.org");
        database.sql("UPDATE outbox_letter SET due_at = NULL, state = 'SENT'").update();

        CurrentCentre.runIn(centre.id(), () -> erasure.erase(List.of("zoe@example.org"), List.of()));

        assertThat(database.sql("SELECT recipient FROM outbox_letter").query(String.class).list()).containsExactly("zoé@example.org");
    }

    private void post(String address) {
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() ->
                outbox.post(new Envelope(address, "test", Ids.next(), new Recipient(new EmailAddress(address), "Zoé")))));
    }
}
