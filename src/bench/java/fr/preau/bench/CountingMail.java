package fr.preau.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** A mail server that takes everything and counts by Message-ID. */
final class CountingMail implements AutoCloseable {

    private final GreenMail server;

    CountingMail() throws IOException {
        // it tells of each new mailbox
        ((Logger) LoggerFactory.getLogger("com.icegreen")).setLevel(Level.WARN);
        server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    Server.Options known(Server.Options options) {
        return options.with("spring.mail.host", "127.0.0.1").with("spring.mail.port", Integer.toString(server.getSmtp().getPort()));
    }

    /** How often each letter has arrived, by the id of its row in the outbox. */
    Map<String, Long> copies() {
        return Stream.of(server.getReceivedMessages()).map(message -> {
            try {
                return message.getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).filter(Objects::nonNull).collect(Collectors.groupingBy(id -> id.substring(1, id.indexOf('@')), Collectors.counting()));
    }

    @Override
    public void close() {
        server.stop();
    }
}
