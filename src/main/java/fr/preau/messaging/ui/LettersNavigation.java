package fr.preau.messaging.ui;

import fr.preau.messaging.PostedLetterFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** The addresses of the screens of letters. */
final class LettersNavigation {

    static final String PATH = "envois";
    static final String STATE = "etat";
    static final String WORDS = "qui";
    static final String PAGE = "page";
    static final String LETTER = "letter";

    private LettersNavigation() {
    }

    static String list(String centre, PostedLetterFilter filter, String words, int page) {
        var address = new StringBuilder("/app/" + centre + "/" + PATH + "?" + STATE + "=" + word(filter));
        if (!words.isEmpty()) {
            address.append("&" + WORDS + "=").append(URLEncoder.encode(words, StandardCharsets.UTF_8));
        }
        if (page > 1) {
            address.append("&" + PAGE + "=").append(page);
        }
        return address.toString();
    }

    static String letter(String centre, UUID id) {
        return "/app/" + centre + "/" + PATH + "/" + id;
    }

    /** The filter as people read it in the address. */
    static String word(PostedLetterFilter filter) {
        return switch (filter) {
            case ALL -> "tous";
            case WAITING -> "en-attente";
            case SENT -> "partis";
            case FAILED -> "pas-partis";
            case WITHDRAWN -> "plus-necessaires";
        };
    }

    static PostedLetterFilter filter(String word) {
        return Arrays.stream(PostedLetterFilter.values()).filter(filter -> word(filter).equals(word)).findFirst()
                .orElse(PostedLetterFilter.ALL);
    }
}
