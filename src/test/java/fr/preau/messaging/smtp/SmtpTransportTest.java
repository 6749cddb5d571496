package fr.preau.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.base.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the mail server's answers mean, against a server that says one thing. */
class SmtpTransportTest {

    private static final OutgoingMail LETTER = new OutgoingMail("<1@preau.example>", new EmailAddress("a@preau.example"), "Centre", null,
            new EmailAddress("b@example.org"), "B", "fr", "Titre", "<p>x</p>", "x", null, null);

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 No such user", "550 Unknown here", "551 User not local", "553 5.1.3 Not a mailbox"})
    void anAddressThatDoesNotExistIsRefusedForGood(String answer) throws Exception {
        var failure = whenServerAnswers("RCPT", answer);
        assertThat(failure.why()).isEqualTo(SendingFailure.ADDRESS_REFUSED);
        assertThat(failure.isForGood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 5.7.1 <b@example.org>: Relay access denied", "550 5.7.1 Relaying denied", "550-5.7.26 Unauthenticated sender\r\n550 5.7.26 refused",
            "503 5.5.1 Authenticate first"})
    void aServerThatDoesNotLetUsSendSaysNothingAboutTheAddress(String answer) throws Exception {
        var failure = whenServerAnswers("RCPT", answer);
        assertThat(failure.why()).isEqualTo(SendingFailure.MESSAGE_REFUSED);
        assertThat(failure.isForGood()).isFalse();
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

    @Test
    void aServerThatOffersToEncryptIsAskedToAndMustDoIt() throws Exception {
        assertThat(whenServerAnswers("EHLO", "250-test\r\n250 STARTTLS").why()).isEqualTo(SendingFailure.SERVER_UNREACHABLE);
    }

    @Test
    void theServerMustBeTheOneItSaysItIs() {
        var smtp = new JavaMailSenderImpl();
        assertThat(new SmtpTransport(smtp)).isNotNull();
        assertThat(smtp.getJavaMailProperties()).containsEntry("mail.smtp.ssl.checkserveridentity", "true").containsEntry("mail.smtps.ssl.checkserveridentity", "true");
    }

    @Test
    void theEndOfALetterIsNotHeldBack() throws Exception {
        var smtp = new JavaMailSenderImpl();
        assertThat(new SmtpTransport(smtp)).isNotNull();
        var sockets = (SocketFactory) smtp.getJavaMailProperties().get("mail.smtp.socketFactory");
        try (var socket = sockets.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void whoChoosesOtherSocketsHasThem() {
        var smtp = new JavaMailSenderImpl();
        smtp.getJavaMailProperties().setProperty("mail.smtp.socketFactory.class", "org.example.Sockets");
        assertThat(new SmtpTransport(smtp)).isNotNull();
        assertThat(smtp.getJavaMailProperties()).doesNotContainKey("mail.smtp.socketFactory");
    }

    @Test
    void theLettersOfARoundShareOneLineAndALongRoundTakesAnother() throws Exception {
        try (var mailServer = new CountingServer(); var errand = mailServer.transport().errand()) {
            for (int letter = 0; letter < 60; letter++) {
                errand.deliver(LETTER);
            }
            assertThat(mailServer.lines).hasValue(2);
            assertThat(mailServer.letters).hasValue(60);
        }
    }

    @Test
    void aLineThatTheServerHungUpIsOpenedAnewAndEachLetterLeavesOnce() throws Exception {
        try (var mailServer = new CountingServer(); var errand = mailServer.transport().errand()) {
            errand.deliver(LETTER);
            mailServer.hangUp();
            errand.deliver(LETTER);
            assertThat(mailServer.lines).hasValue(2);
            assertThat(mailServer.letters).hasValue(2);
        }
    }

    @Test
    void aRefusedLetterDoesNotStopTheNext() throws Exception {
        try (var mailServer = new CountingServer(); var errand = mailServer.transport().errand()) {
            mailServer.refuses = true;
            assertThat(catchThrowableOfType(DeliveryException.class, () -> errand.deliver(LETTER)).why()).isEqualTo(SendingFailure.MESSAGE_REFUSED);
            mailServer.refuses = false;
            errand.deliver(LETTER);
            assertThat(mailServer.letters).hasValue(1);
        }
    }

    /** A mail server that says yes and counts. */
    private static final class CountingServer implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final AtomicInteger lines = new AtomicInteger();
        private final AtomicInteger letters = new AtomicInteger();
        private volatile boolean refuses;
        private volatile Socket line;

        CountingServer() throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    talk();
                }
            });
        }

        SmtpTransport transport() {
            return SmtpTransportTest.transport(socket.getLocalPort());
        }

        void hangUp() throws IOException {
            line.close();
        }

        private void talk() {
            try (var client = socket.accept(); var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                line = client;
                lines.incrementAndGet();
                say(client, "220 test");
                boolean writing = false;
                for (String words = in.readLine(); words != null; words = in.readLine()) {
                    if (writing && !words.equals(".")) {
                        continue;
                    }
                    if (writing) {
                        letters.incrementAndGet();
                    }
                    writing = words.equals("DATA") && !refuses;
                    say(client, words.equals("DATA") ? refuses ? "554 5.7.1 Spam" : "354 go on" : "250 fine");
                }
            } catch (IOException e) {
                // one of the two has gone
            }
        }

        private static void say(Socket client, String words) throws IOException {
            client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
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
        return catchThrowableOfType(DeliveryException.class, () -> transport(port).deliver(LETTER));
    }

    private static SmtpTransport transport(int port) {
        var smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        return new SmtpTransport(smtp);
    }
}
