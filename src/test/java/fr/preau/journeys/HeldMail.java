package fr.preau.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.test.util.TestSocketUtils;

/** A mail server that, when it is told to, has a message to somebody whole and keeps its sender waiting for the answer. */
final class HeldMail implements AutoCloseable {

    private final GreenMail server;
    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
    private volatile String holding = "";

    HeldMail() {
        server = new GreenMail(new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler((message, address) -> {
            if (address.getEmail().equals(holding)) {
                var one = new Held(new CompletableFuture<>());
                held.add(one);
                if (!one.accepted.join()) {
                    throw new MessagingException("not accepted");
                }
            }
            return mailboxOf(address.getEmail());
        });
        server.start();
    }

    private GreenMailUser mailboxOf(String address) throws UserException {
        var known = server.getUserManager().getUserByEmail(address);
        return known == null ? server.getUserManager().createUser(address, address, address) : known;
    }

    /** A message whose sender waits. */
    record Held(CompletableFuture<Boolean> accepted) {

        /** The server takes it, whether or not its sender still listens. */
        void accept() {
            accepted.complete(true);
        }

        /** The server forgets it, as servers do when the line is cut before their answer. */
        void forget() {
            accepted.complete(false);
        }
    }

    int port() {
        return server.getSmtp().getPort();
    }

    void hold(String recipient) {
        holding = recipient;
    }

    void goOn() {
        holding = "";
    }

    /** Waits until a sender waits. */
    Held next() throws InterruptedException {
        var one = held.poll(30, TimeUnit.SECONDS);
        if (one == null) {
            throw new AssertionError("no letter came");
        }
        return one;
    }

    /** What names each message that the server has taken. */
    List<String> messageIds() {
        return Stream.of(server.getReceivedMessages()).map(message -> {
            try {
                return message.getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    @Override
    public void close() {
        held.forEach(Held::forget);
        server.stop();
    }
}
