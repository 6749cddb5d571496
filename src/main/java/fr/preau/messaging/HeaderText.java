package fr.preau.messaging;

import java.util.regex.Pattern;

/** Text on its way into the head of a message, where a line break would begin another header. */
final class HeaderText {

    /** Controls, line and paragraph separators, and the marks that turn the reading direction of what follows. */
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\s]+");

    private HeaderText() {
    }

    /** The text on one line, no longer than asked, cut between whole characters. */
    static String oneLine(String text, int longest) {
        String line = NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }
}
