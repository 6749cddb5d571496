package fr.preau.activities.web;

import fr.preau.activities.CatalogueFilter;
import fr.preau.activities.CatalogueFilter.AgeGroup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the list asks for. Everything that a visitor chose stands in the address, so that it can be kept,
 * sent and printed; what is not understood is left out, never refused.
 *
 * @param path of the whole list
 * @param page the first is 1
 */
record CatalogueAddress(String path, @Nullable AgeGroup people, @Nullable Integer age, @Nullable DayOfWeek day, boolean places, String words,
                        int page) {

    static final String PEOPLE = "public";
    static final String AGE = "age";
    static final String DAY = "jour";
    static final String PLACES = "places";
    static final String WORDS = "mots";
    static final String PAGE = "page";
    static final String YES = "oui";

    /** A question is a few words; more is somebody who tries us. */
    private static final int LONGEST_QUESTION = 80;
    private static final int OLDEST = 120;
    private static final int LAST_PAGE = 10_000;

    private static final Map<AgeGroup, String> PEOPLE_NAMES = Map.of(AgeGroup.CHILDREN, "enfants", AgeGroup.TEENS, "ados",
            AgeGroup.ADULTS, "adultes", AgeGroup.FAMILIES, "famille");
    private static final List<String> DAY_NAMES = List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");

    /** The whole list. */
    static CatalogueAddress all(String path) {
        return new CatalogueAddress(path, null, null, null, false, "", 1);
    }

    static CatalogueAddress read(String path, Map<String, String> asked) {
        String words = asked.getOrDefault(WORDS, "").strip();
        return new CatalogueAddress(path,
                Arrays.stream(AgeGroup.values()).filter(group -> nameOf(group).equals(asked.get(PEOPLE))).findFirst().orElse(null),
                number(asked.get(AGE), OLDEST).orElse(null),
                Arrays.stream(DayOfWeek.values()).filter(day -> nameOf(day).equals(asked.get(DAY))).findFirst().orElse(null),
                YES.equals(asked.get(PLACES)),
                words.length() > LONGEST_QUESTION ? words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST_QUESTION))) : words,
                Math.max(1, number(asked.get(PAGE), LAST_PAGE).orElse(1)));
    }

    static String nameOf(AgeGroup group) {
        return Objects.requireNonNull(PEOPLE_NAMES.get(group));
    }

    static String nameOf(DayOfWeek day) {
        return DAY_NAMES.get(day.ordinal());
    }

    CatalogueFilter filter() {
        return new CatalogueFilter(people, age, day, places, words);
    }

    boolean isWhole() {
        return filter().isNone();
    }

    /** Whether something is chosen that the list folds away. */
    boolean isNarrowed() {
        return people == AgeGroup.FAMILIES || age != null || day != null || places;
    }

    CatalogueAddress forPeople(@Nullable AgeGroup other) {
        return new CatalogueAddress(path, other, age, day, places, words, 1);
    }

    CatalogueAddress onDay(@Nullable DayOfWeek other) {
        return new CatalogueAddress(path, people, age, other, places, words, 1);
    }

    CatalogueAddress withPlaces(boolean wished) {
        return new CatalogueAddress(path, people, age, day, wished, words, 1);
    }

    CatalogueAddress at(int other) {
        return new CatalogueAddress(path, people, age, day, places, words, other);
    }

    /** The address as it stands in a link. */
    String href() {
        return path + query();
    }

    /** An activity, opened from this list: it knows the way back to what was sought. */
    String sheet(String slug) {
        return path + "/" + slug + query();
    }

    private String query() {
        var parts = new ArrayList<String>();
        add(parts, PEOPLE, people == null ? null : nameOf(people));
        add(parts, DAY, day == null ? null : nameOf(day));
        add(parts, AGE, age == null ? null : age.toString());
        add(parts, PLACES, places ? YES : null);
        add(parts, WORDS, words.isEmpty() ? null : words);
        add(parts, PAGE, page > 1 ? Integer.toString(page) : null);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static Optional<Integer> number(@Nullable String typed, int most) {
        return Optional.ofNullable(typed).map(String::strip).filter(text -> text.matches("[0-9]{1,5}")).map(Integer::valueOf)
                .filter(value -> value <= most);
    }
}
