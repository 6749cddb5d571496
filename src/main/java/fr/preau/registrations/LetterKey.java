package fr.preau.registrations;

import fr.preau.messaging.Envelope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a letter so that the same news twice is one letter, and so that its writer knows which news it was: the subject, then
 * a detail (a gesture of the team, an activity, the instant of what happened), then the number of the address.
 */
record LetterKey(LetterKind kind, UUID subject, String detail) {

    static final String NONE = "-";
    private static final String WHEN = "@";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static LetterKey of(LetterKind kind, UUID subject) {
        return new LetterKey(kind, subject, NONE);
    }

    static LetterKey of(LetterKind kind, UUID subject, Instant when) {
        return new LetterKey(kind, subject, Long.toString(micros(when)));
    }

    static LetterKey of(LetterKind kind, UUID subject, UUID gesture) {
        return new LetterKey(kind, subject, gesture.toString());
    }

    /** A gesture that ended some of what it met, or an activity that ended, at this instant. */
    static LetterKey of(LetterKind kind, UUID subject, UUID gestureOrActivity, Instant when) {
        return new LetterKey(kind, subject, gestureOrActivity + WHEN + micros(when));
    }

    static LetterKey read(Envelope envelope) {
        return read(envelope.key());
    }

    static LetterKey read(String key) {
        var parts = key.split(":");
        return new LetterKey(LetterKind.of(parts[0]).orElseThrow(), UUID.fromString(parts[1]), parts[2]);
    }

    /** The activity that ended; letters of before do not name it and are about one request. */
    Optional<UUID> activity() {
        return saysWhen() ? Optional.of(gestureOrSession()) : Optional.empty();
    }

    /** Which of the family's addresses the letter went to, counted from 0. */
    static int addressOf(Envelope envelope) {
        return Integer.parseInt(envelope.key().split(":")[3]);
    }

    String text(int address) {
        return toAnyAddress() + address;
    }

    /** How the keys of this letter begin, whichever of the family's addresses it goes to. */
    String toAnyAddress() {
        return kind.kind() + ":" + subject + ":" + detail + ":";
    }

    /** The gesture that moved or cancelled the sessions; letters of before name their one session instead, and a number. */
    UUID gestureOrSession() {
        return UUID.fromString(detail.split("[/" + WHEN + "]")[0]);
    }

    /** The gesture that moved or cancelled sessions, where that is the news. */
    Optional<UUID> gesture() {
        return kind == LetterKind.SESSION_MOVED || kind == LetterKind.SESSION_CANCELLED ? Optional.of(gestureOrSession()) : Optional.empty();
    }

    /** Whether it says nothing closer than its subject. */
    boolean isAboutAll() {
        return detail.equals(NONE);
    }

    /** Whether it says when the gesture was; letters of before do not. */
    boolean saysWhen() {
        return detail.contains(WHEN);
    }

    /** When that happened of which it tells, where it says so. */
    Optional<Instant> when() {
        var said = detail.substring(detail.indexOf(WHEN) + 1);
        return NUMBER.matcher(said).matches() ? Optional.of(Instant.EPOCH.plus(Long.parseLong(said), ChronoUnit.MICROS)) : Optional.empty();
    }

    /** Whether something that happened at this instant is what the letter is about. */
    boolean isAbout(Instant when) {
        return detail.substring(detail.indexOf(WHEN) + 1).equals(Long.toString(micros(when)));
    }

    /** Whether what it is about happened earlier than this. */
    boolean isBefore(Instant when) {
        return saysWhen() && Long.parseLong(detail.substring(detail.indexOf(WHEN) + 1)) < micros(when);
    }

    private static long micros(Instant when) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, when);
    }
}
