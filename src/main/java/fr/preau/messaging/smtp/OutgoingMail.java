package fr.preau.messaging.smtp;

import fr.preau.base.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A letter as it leaves. Names and title are on one line each. */
public record OutgoingMail(String messageId, EmailAddress sender, String senderName, @Nullable EmailAddress replyTo,
                    EmailAddress recipient, String recipientName, String language, String title, String html, String plain,
                    @Nullable String calendar, @Nullable String calendarMethod) {
}
