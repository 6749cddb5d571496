package fr.preau.messaging;

import com.icegreen.greenmail.util.GreenMail;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import fr.preau.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of letters share: a mail server on this machine, a writer of letters, and empty outboxes. */
@PreauTest
@Import(MessagingTestConfig.class)
abstract class MessagingTest {

    @Autowired
    Outbox outbox;
    @Autowired
    PostRound round;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    TestCentres centres;
    @Autowired
    TestClock clock;
    @Autowired
    TestWriter writer;
    @Autowired
    TestTransport transport;
    @Autowired
    GreenMail server;
    @Autowired
    JdbcClient database;

    CentreRecord centre;

    @BeforeEach
    void emptyOutboxes() throws Exception {
        TestDatabase.empty();
        server.purgeEmailFromAllMailboxes();
        writer.reset();
        transport.reset();
        clock.reset();
        centre = centres.open();
    }

    @AfterEach
    void clockIsRight() {
        clock.reset();
    }

    Envelope letter(String key) {
        return new Envelope(key, "test.news", Ids.next(), new Recipient(new EmailAddress("samira@example.org"), "Samira Benali"));
    }

    void post(Envelope envelope) {
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> outbox.post(envelope)));
    }

    String stateOf(String key) {
        return database.sql("SELECT state FROM outbox_letter WHERE letter_key = ?").param(key).query(String.class).single();
    }
}
