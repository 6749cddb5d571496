package fr.preau.messaging;

import fr.preau.base.Ids;
import fr.preau.messaging.smtp.OutgoingMail;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in the mailbox of the demonstration; it belongs to no centre, as sign-in links do not. */
@Entity
class LocalMail {

    @Id
    private UUID id;
    private String messageId;
    private String sender;
    private String recipient;
    private String recipientName;
    private String title;
    private String html;
    private String plain;
    private @Nullable String calendar;
    private Instant receivedAt;

    protected LocalMail() {
    }

    LocalMail(OutgoingMail mail, Instant receivedAt) {
        id = Ids.next();
        messageId = mail.messageId();
        sender = mail.senderName();
        recipient = mail.recipient().value();
        recipientName = mail.recipientName();
        title = mail.title();
        html = mail.html();
        plain = mail.plain();
        calendar = mail.calendar();
        this.receivedAt = receivedAt;
    }

    LocalMailRecord toRecord() {
        return new LocalMailRecord(id, sender, recipient, recipientName, title, html, plain, calendar, receivedAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalMail that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
