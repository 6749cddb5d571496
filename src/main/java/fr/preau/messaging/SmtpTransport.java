package fr.preau.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Gives messages to a mail server. */
class SmtpTransport implements MailTransport {

    /** Jakarta Mail waits for ever when nothing is said; all three together stay far below {@link PostedLetter#CLAIM}. */
    private static final String MILLISECONDS = "20000";

    private final JavaMailSenderImpl server;

    SmtpTransport(JavaMailSenderImpl server) {
        this.server = server;
        var settings = server.getJavaMailProperties();
        settings.putIfAbsent("mail.smtp.connectiontimeout", MILLISECONDS);
        settings.putIfAbsent("mail.smtp.timeout", MILLISECONDS);
        settings.putIfAbsent("mail.smtp.writetimeout", MILLISECONDS);
        settings.putIfAbsent("mail.mime.allowutf8", "false");
    }

    @Override
    public void deliver(OutgoingMail mail) throws DeliveryException {
        try {
            server.send(compose(mail));
        } catch (MailSendException e) {
            throw understand(e);
        } catch (MailAuthenticationException e) {
            throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, e);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
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
        message.setHeader("Message-ID", mail.messageId());
        return message;
    }

    /** Jakarta Mail calls an address invalid when the server said "never" to it (RFC 5321, 4.2.1), not when it said "later". */
    private static DeliveryException understand(MailSendException failure) {
        var refusal = refusal(failure);
        if (refusal == null) {
            return new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, failure);
        }
        var invalid = refusal.getInvalidAddresses();
        return invalid != null && invalid.length > 0
                ? new DeliveryException(SendingFailure.ADDRESS_REFUSED, true, failure)
                : new DeliveryException(SendingFailure.MESSAGE_REFUSED, false, failure);
    }

    /** What the server said to this message; nothing when it was not even asked. One message was sent, so one failed. */
    private static @Nullable SendFailedException refusal(MailSendException failure) {
        for (Exception one : failure.getMessageExceptions()) {
            if (one instanceof SendFailedException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
