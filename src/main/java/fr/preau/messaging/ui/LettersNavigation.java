package fr.preau.messaging.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.AppPaths;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Pager;
import fr.preau.messaging.PostedLetterFilter;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** The addresses of the screens of letters. */
final class LettersNavigation {

    static final String PATH = "envois";
    static final String LETTER = "letter";

    private static final String STATE = "etat";
    private static final String WORDS = "qui";
    private static final String PAGE = "page";

    private LettersNavigation() {
    }

    /**
     * What the address of the list says.
     *
     * @param who  a part of a name or address; empty for everybody
     * @param page how far somebody has read, the first being 1
     */
    record Sought(PostedLetterFilter filter, String who, int page) implements Serializable {

        static final Sought EVERYTHING = new Sought(PostedLetterFilter.ALL, "", 1);

        static Sought in(QueryParameters query) {
            return new Sought(LettersNavigation.filter(query.getSingleParameter(STATE).orElse("")),
                    FindLine.shortened(query.getSingleParameter(WORDS).orElse("")),
                    Pager.page(query, PAGE));
        }

        Sought with(PostedLetterFilter other) {
            return new Sought(other, who, 1);
        }

        Sought whose(String other) {
            return new Sought(filter, other, 1);
        }

        Sought at(int other) {
            return new Sought(filter, who, other);
        }

        private String query() {
            return "?" + STATE + "=" + word(filter) + (who.isEmpty() ? "" : "&" + WORDS + "=" + URLEncoder.encode(who, StandardCharsets.UTF_8))
                    + (page > 1 ? "&" + PAGE + "=" + page : "");
        }
    }

    static String list(String centre, Sought sought) {
        return AppPaths.in(centre, PATH) + sought.query();
    }

    /** A letter, opened from a list that shows this. */
    static String letter(String centre, UUID id, Sought sought) {
        return AppPaths.in(centre, PATH) + "/" + id + sought.query();
    }

    /** The filter as people read it in the address. */
    private static String word(PostedLetterFilter filter) {
        return switch (filter) {
            case ALL -> "tous";
            case WAITING -> "en-attente";
            case SENT -> "partis";
            case FAILED -> "pas-partis";
            case WITHDRAWN -> "plus-necessaires";
        };
    }

    private static PostedLetterFilter filter(String word) {
        return Arrays.stream(PostedLetterFilter.values()).filter(filter -> word(filter).equals(word)).findFirst()
                .orElse(PostedLetterFilter.ALL);
    }
}
