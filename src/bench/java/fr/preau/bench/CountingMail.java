package fr.preau.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    /** How many letters have arrived, whatever they are. */
    int arrived() {
        return server.getReceivedMessages().length;
    }

    /** Begins again, when no letter is under way: thousands of them are heavy. */
    void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When each copy of each letter has arrived, by the id of its row in the outbox. */
    Map<String, List<Instant>> arrivals() {
        return server.getManagers().getImapHostManager().getAllMessages().stream().filter(message -> id(message) != null)
                .collect(Collectors.groupingBy(message -> letter(String.valueOf(id(message))),
                        Collectors.mapping(message -> message.getReceivedDate().toInstant(), Collectors.toList())));
    }

    private static @Nullable String id(StoredMessage message) {
        try {
            return message.getMimeMessage().getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letter(String messageId) {
        return messageId.substring(1, messageId.indexOf('@'));
    }

    /** The outbox against what has arrived, for the activities of these groups ({@code 'id', 'id'}). */
    Letters against(Database database, String groups) throws SQLException {
        Set<String> posted = new HashSet<>();
        try (var connection = database.connection(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT l.id FROM outbox_letter l JOIN registration_request q ON q.centre_id = l.centre_id AND q.id = l.subject_id
                WHERE q.group_id IN (%s)""".formatted(groups))) {
            while (rows.next()) {
                posted.add(rows.getString(1));
            }
        }
        var arrivals = arrivals();
        long requests = database.number("SELECT count(*) FROM registration_request WHERE group_id IN (" + groups + ")");
        long lost = posted.stream().filter(id -> !arrivals.containsKey(id)).count();
        long again = posted.stream().mapToLong(id -> Math.max(0, arrivals.getOrDefault(id, List.of()).size() - 1)).sum();
        long strange = arrivals.keySet().stream().filter(id -> !posted.contains(id)).count();
        return new Letters(requests, posted.size(), lost, again, strange);
    }

    /**
     * @param lost    in the outbox and never arrived
     * @param again   arrived more than once, each further copy counted
     * @param strange arrived under a Message-ID that is no letter of these groups
     */
    record Letters(long requests, long posted, long lost, long again, long strange) {

        List<Figure> figures(double mayComeAgain) {
            List<Figure> figures = new ArrayList<>(List.of(
                    Figure.exactly(requests, "letters in the outbox", posted, "letters", "one for each request"),
                    Figure.exactly(0, "letters that never arrived", lost, "letters", "outbox against what the mail server has, by Message-ID"),
                    Figure.exactly(0, "letters that nobody posted", strange, "letters", "arrived under a Message-ID that is not in the outbox")));
            if (mayComeAgain == 0) {
                figures.add(Figure.exactly(0, "letters that arrived twice", again, "letters", "the same Message-ID more than once"));
            } else {
                figures.add(Figure.info("letters that arrived twice", again, "letters", "the same Message-ID: the sender died between the mail server’s yes and its own note"));
                figures.add(Figure.atMost(mayComeAgain, "share of those", posted == 0 ? 0 : 100.0 * again / posted, "%", "of all letters of the rushes"));
            }
            return figures;
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
