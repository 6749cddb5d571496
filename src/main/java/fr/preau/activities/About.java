package fr.preau.activities;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;

/**
 * What the sheet of an activity tells, as plain text: paragraphs are separated by an empty line, nothing is markup.
 *
 * @param place      where, as people say it
 * @param accessNote how one gets in, for example with a wheelchair; may be empty
 * @param bring      what to bring; may be empty
 * @param price      what it costs, in free words; may be empty
 */
@Embeddable
public record About(String title, String summary, String description, @Enumerated(EnumType.STRING) Category category,
                    String place, String accessNote, String bring, String price) implements Serializable {

    public static final int TITLE = 120;
    public static final int SUMMARY = 240;
    public static final int DESCRIPTION = 6000;
    public static final int LINE = 160;
    public static final int NOTE = 240;

    public About {
        title = line(title);
        summary = line(summary);
        description = paragraphs(description);
        place = line(place);
        accessNote = line(accessNote);
        bring = line(bring);
        price = line(price);
    }

    /** One line: no line breaks, no control characters, no spaces around. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").replaceAll(" {2,}", " ").strip();
    }

    private static String paragraphs(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").replaceAll("\n{3,}", "\n\n").strip();
    }
}
