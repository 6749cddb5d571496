package fr.preau.messaging;

import fr.preau.base.EmailAddress;
import fr.preau.messaging.smtp.SendingFailure;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the outbox and how far it is. It is written there by {@link LetterDrop}; from then on only its sender and
 * a person who sends it again change it.
 */
@MappedSuperclass
abstract class PostedLetter {

    /** How long a sender may have a letter in hand: longer than the mail server may let us wait (see SmtpTransport). */
    static final Duration CLAIM = Duration.ofMinutes(5);

    /** Pauses between attempts: soon for a hiccup, then through a day, so that a night's outage loses nothing. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(8), Duration.ofHours(12));

    static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    @Id
    private UUID id;
    private String letterKey;
    private String kind;
    private UUID subjectId;
    private String recipient;
    private String recipientName;
    private String language;
    @Enumerated(EnumType.STRING)
    private LetterState state;
    private int attempts;
    private @Nullable Instant dueAt;
    private @Nullable String title;
    private @Nullable String body;
    private @Nullable String messageId;
    @Enumerated(EnumType.STRING)
    private @Nullable SendingFailure failure;
    private @Nullable Instant sentAt;
    private Instant createdAt;
    @Version
    private int version;

    protected PostedLetter() {
    }

    /** Takes the letter in hand. If its sender dies, the claim ends and another may take it. */
    Claim claim(Instant now) {
        if (dueAt == null || dueAt.isAfter(now)) {
            throw new IllegalStateException("This letter is not due");
        }
        state = LetterState.SENDING;
        attempts++;
        dueAt = now.plus(CLAIM);
        return new Claim(id, attempts, envelope());
    }

    /** Whether that claim is still the one that counts: a sender that was away too long has lost it to another. */
    boolean isHeldBy(Claim claim) {
        return state == LetterState.SENDING && attempts == claim.attempt();
    }

    void withdraw() {
        state = LetterState.WITHDRAWN;
        failure = null;
        dueAt = null;
    }

    /** An attempt was in vain: another will follow, unless it is of no use or there were enough. */
    void miss(SendingFailure why, boolean forGood, Instant now) {
        failure = why;
        if (forGood || attempts >= MOST_ATTEMPTS) {
            state = LetterState.FAILED;
            dueAt = null;
        } else {
            state = LetterState.WAITING;
            dueAt = now.plus(PAUSES.get(attempts - 1));
        }
    }

    /** Somebody wants another try after the last, to where the reader is reached now. */
    void tryAgain(Recipient reader, Instant now) {
        if (state != LetterState.FAILED) {
            throw new IllegalStateException("This letter cannot be tried again");
        }
        recipient = reader.address().value();
        recipientName = HeaderText.oneLine(reader.name(), LetterDrop.NAME_LENGTH);
        state = LetterState.WAITING;
        attempts = 0;
        dueAt = now;
    }

    Envelope envelope() {
        return new Envelope(letterKey, kind, subjectId,
                new Recipient(new EmailAddress(recipient), recipientName, Locale.forLanguageTag(language)));
    }

    PostedLetterRecord toRecord() {
        return new PostedLetterRecord(id, new EmailAddress(recipient), recipientName, state, attempts, title, body, failure,
                createdAt, sentAt, dueAt, state == LetterState.SENT || state == LetterState.FAILED);
    }

    UUID id() {
        return id;
    }

    LetterState state() {
        return state;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PostedLetter that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }

    /** A letter that a sender has in hand. */
    record Claim(UUID letter, int attempt, Envelope envelope) {
    }
}
