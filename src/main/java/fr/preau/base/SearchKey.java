package fr.preau.base;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names and words as they are searched: without case, accents, ligatures and punctuation. */
public final class SearchKey {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼʻ`´]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchKey() {
    }

    /** "L’Écho, Cœur" becomes "l echo coeur". */
    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ł", "l").replace("ø", "o").replace("ı", "i");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }

    /** The key to keep for a name: "O’Connor" becomes "o connor oconnor", and is found by each of the three. */
    public static String toStore(String text) {
        String spaced = of(text);
        return Stream.concat(Stream.of(spaced), Arrays.stream(of(APOSTROPHES.matcher(text).replaceAll("")).split(" "))
                .filter(word -> !(" " + spaced + " ").contains(" " + word + " "))).collect(Collectors.joining(" "));
    }

    /** The words of a search, each to be found somewhere in a key, in any order; at most six. */
    public static List<String> words(String typed) {
        return Arrays.stream(of(typed).split(" ")).filter(word -> !word.isEmpty()).limit(6).toList();
    }
}
