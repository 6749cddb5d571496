package fr.preau.base;

import java.util.Optional;

/**
 * The line drawings that stand beside words, for both doors: {@code assets/pictos.svg} holds one symbol per name.
 * A drawing never speaks alone: it is hidden from screen readers, and the word beside it says the same.
 */
public enum Picto {
    COOK, HOMEWORK, PHONE, BALL, LEAF, CALENDAR, PEOPLE, PERSON, PIN, EURO, BAG, CLOCK, HOME, MUSIC, PAINT, BUS,
    HEART, CHAT, LANGUAGES, BABY, MAIL, CALL, PRINT, CHECK, DONE, WARNING, ALERT, INFO, BACK, NEXT, SEARCH, PLUS,
    PENCIL, KEY, LIST, SETTINGS, CLOSE, LEFT, RIGHT, FILTER, DOWNLOAD, HISTORY, SEWING, THEATRE, SOLIDARITY, EYE,
    STOP, DOOR, TOGETHER, COPY, INBOX, ADD_PERSON, TICKET;

    /** Where the drawings are served from. */
    public static final String SPRITE = "/assets/pictos.svg";

    /** The drawing with this stored key, for example {@code cook}; empty when no longer known. */
    public static Optional<Picto> of(String key) {
        for (Picto picto : values()) {
            if (picto.key().equals(key)) {
                return Optional.of(picto);
            }
        }
        return Optional.empty();
    }

    /** The symbol's id, and how a picture is stored: lower case, with hyphens. */
    public String key() {
        return Texts.word(this);
    }

    /** What a {@code <use>} points to. */
    public String href() {
        return SPRITE + "#" + key();
    }
}
