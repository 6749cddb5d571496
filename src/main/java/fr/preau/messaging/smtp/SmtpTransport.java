package fr.preau.messaging.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.StreamProvider;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.util.StringUtils;

/** Gives messages to a mail server. */
public class SmtpTransport implements MailTransport {

    /** Jakarta Mail waits for ever when nothing is said; all three together stay far below {@code PostedLetter.CLAIM}. */
    private static final String MILLISECONDS = "20000";

    /** Some servers take no more than a hundred messages of one line. */
    private static final int MOST_OF_A_LINE = 50;
    /** How the server begins when an address is wrong, and not we: RFC 5321, 4.2.3, but for RFC 3463, X.7. */
    private static final Pattern NO_SUCH_MAILBOX = Pattern.compile("^55[013](?![ -]5\\.7\\.)");
    private static final String MESSAGE_ID = "Message-ID";
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private final JavaMailSenderImpl server;

    public SmtpTransport(JavaMailSenderImpl server) {
        this.server = server;
        var settings = server.getJavaMailProperties();
        settings.putIfAbsent("mail.smtp.connectiontimeout", MILLISECONDS);
        settings.putIfAbsent("mail.smtp.timeout", MILLISECONDS);
        settings.putIfAbsent("mail.smtp.writetimeout", MILLISECONDS);
        settings.putIfAbsent("mail.mime.allowutf8", "false");
        // Letters hold keys: a server that offers to hide them is taken at its word, and has to be the one it says it is.
        settings.putIfAbsent("mail.smtp.starttls.enable", "true");
        settings.putIfAbsent("mail.smtp.ssl.checkserveridentity", "true");
        settings.putIfAbsent("mail.smtps.ssl.checkserveridentity", "true");
        if (!settings.containsKey("mail.smtp.socketFactory.class")) {
            settings.putIfAbsent("mail.smtp.socketFactory", new PromptSockets());
            // else a server that does not answer is waited for twice
            settings.putIfAbsent("mail.smtp.socketFactory.fallback", "false");
        }
        // Named once: Jakarta Mail else looks through all jars for it, several times for each message.
        System.getProperties().putIfAbsent(StreamProvider.class.getName(), StreamProvider.provider().getClass().getName());
    }

    @Override
    public void deliver(OutgoingMail mail) throws DeliveryException {
        try (var line = errand()) {
            line.deliver(mail);
        }
    }

    @Override
    public Errand errand() {
        return new Line();
    }

    /**
     * A line to the mail server that is kept for the letters of a round: between the server's yes and our mark there is no farewell
     * to wait for. It is opened for the first letter, and anew after a failure or when the server has hung up.
     */
    private final class Line implements Errand {

        private @Nullable Transport open;
        private int carried;

        @Override
        public void deliver(OutgoingMail mail) throws DeliveryException {
            var message = written(mail);
            var line = connected();
            try {
                line.sendMessage(message, message.getAllRecipients());
                carried++;
            } catch (SendFailedException refusal) {
                close();
                throw understand(refusal);
            } catch (MessagingException e) {
                close();
                throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, e);
            } catch (RuntimeException inTheMiddle) {
                // the server may still wait for the rest of this one
                close();
                throw inTheMiddle;
            }
        }

        private Transport connected() throws DeliveryException {
            if (open != null && carried < MOST_OF_A_LINE && open.isConnected()) {
                return open;
            }
            close();
            try {
                var line = server.getSession().getTransport(server.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : server.getProtocol());
                line.connect(server.getHost(), server.getPort(), textOrNull(server.getUsername()), textOrNull(server.getPassword()));
                open = line;
                return line;
            } catch (MessagingException e) {
                throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, e);
            }
        }

        @Override
        public void close() {
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException e) {
                    LOG.debug("The mail server did not answer to our farewell", e);
                }
            }
            open = null;
            carried = 0;
        }
    }

    private static @Nullable String textOrNull(@Nullable String setting) {
        return StringUtils.hasText(setting) ? setting : null;
    }

    private MimeMessage written(OutgoingMail mail) throws DeliveryException {
        try {
            var message = compose(mail);
            message.saveChanges();
            // Again, since saving writes one of its own.
            message.setHeader(MESSAGE_ID, mail.messageId());
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new DeliveryException(SendingFailure.MESSAGE_REFUSED, false, e);
        }
    }

    private MimeMessage compose(OutgoingMail mail) throws MessagingException, UnsupportedEncodingException {
        var message = server.createMimeMessage();
        var parts = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(mail.sender().value(), mail.senderName());
        if (mail.replyTo() != null) {
            parts.setReplyTo(mail.replyTo().value());
        }
        parts.setTo(new InternetAddress(mail.recipient().value(), mail.recipientName(), StandardCharsets.UTF_8.name()));
        parts.setSubject(mail.title());
        parts.setText(mail.plain(), mail.html());
        if (mail.calendar() != null) {
            parts.addAttachment("preau.ics", new ByteArrayResource(mail.calendar().getBytes(StandardCharsets.UTF_8)),
                    "text/calendar; charset=UTF-8; method=" + mail.calendarMethod());
        }
        message.setHeader("Content-Language", mail.language());
        // RFC 3834: no holiday notice in answer to a machine.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(new Date());
        return message;
    }

    private static DeliveryException understand(SendFailedException refusal) {
        return saysThatTheAddressIsWrong(refusal) ? new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, refusal)
                : new DeliveryException(SendingFailure.MESSAGE_REFUSED, false, refusal);
    }

    /**
     * Jakarta Mail calls an address invalid at every "never" of the server, also when it does not let us send ("relay access
     * denied"): that is no fault of the address, and somebody may set it right today. The server's words are in what caused it.
     */
    private static boolean saysThatTheAddressIsWrong(SendFailedException refusal) {
        var invalid = refusal.getInvalidAddresses();
        return invalid != null && invalid.length > 0 && Stream.<Exception>iterate(refusal, Objects::nonNull,
                cause -> cause instanceof MessagingException said ? said.getNextException() : null)
                .anyMatch(cause -> cause.getMessage() != null && NO_SUCH_MAILBOX.matcher(cause.getMessage()).find());
    }
}
