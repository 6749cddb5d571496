package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.base.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the mail server's answers mean, against a server that says one thing. */
class SmtpTransportTest {

    @Test
    void anAddressThatDoesNotExistIsRefusedForGood() throws Exception {
        var failure = whenServerAnswers("RCPT", "550 5.1.1 No such user");
        assertThat(failure.why()).isEqualTo(SendingFailure.ADDRESS_REFUSED);
        assertThat(failure.isForGood()).isTrue();
    }

    @Test
    void aMailboxThatIsFullTodayIsTriedAgain() throws Exception {
        assertThat(whenServerAnswers("RCPT", "452 4.2.2 Mailbox full").isForGood()).isFalse();
    }

    @Test
    void aMessageThatIsNotWantedIsTheMessagesFault() throws Exception {
        assertThat(whenServerAnswers("DATA", "554 5.7.1 Spam").why()).isEqualTo(SendingFailure.MESSAGE_REFUSED);
    }

    @Test
    void aServerThatIsNotThereIsAway() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(deliverTo(port).why()).isEqualTo(SendingFailure.SERVER_UNREACHABLE);
    }

    private static DeliveryException whenServerAnswers(String command, String answer) throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = Thread.ofVirtual().start(() -> serve(socket, command, answer));
            var failure = deliverTo(socket.getLocalPort());
            socket.close();
            server.join();
            return failure;
        }
    }

    private static void serve(ServerSocket socket, String command, String answer) {
        try (var client = socket.accept(); var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            var out = client.getOutputStream();
            out.write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String reply = line.startsWith(command) ? answer : line.startsWith("DATA") ? "354 go on" : "250 fine";
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private static DeliveryException deliverTo(int port) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        var mail = new OutgoingMail("<1@preau.example>", new EmailAddress("a@preau.example"), "Centre", null,
                new EmailAddress("b@example.org"), "B", "fr", "Titre", "<p>x</p>", "x", null, null);
        return catchThrowableOfType(DeliveryException.class, () -> new SmtpTransport(smtp).deliver(mail));
    }
}
