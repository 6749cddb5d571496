package fr.preau.messaging;

import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.MailTransport;
import fr.preau.messaging.smtp.OutgoingMail;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to the mail server, with what may happen on it. */
final class TestTransport implements MailTransport {

    private final MailTransport server;
    final AtomicInteger asked = new AtomicInteger();
    volatile Step before = mail -> { };
    volatile Step after = mail -> { };

    @FunctionalInterface
    interface Step {
        void happens(OutgoingMail mail) throws DeliveryException;
    }

    TestTransport(MailTransport server) {
        this.server = server;
    }

    void reset() {
        before = mail -> { };
        after = mail -> { };
        asked.set(0);
    }

    @Override
    public void deliver(OutgoingMail mail) throws DeliveryException {
        deliver(mail, server::deliver);
    }

    @Override
    public Errand errand() {
        var line = server.errand();
        return new Errand() {
            @Override
            public void deliver(OutgoingMail mail) throws DeliveryException {
                TestTransport.this.deliver(mail, line);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    private void deliver(OutgoingMail mail, Errand way) throws DeliveryException {
        asked.incrementAndGet();
        before.happens(mail);
        way.deliver(mail);
        after.happens(mail);
    }
}
