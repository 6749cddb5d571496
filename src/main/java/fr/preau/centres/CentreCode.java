package fr.preau.centres;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The three capital letters of a centre, which begin the codes that people are given. */
final class CentreCode {

    private static final int LETTERS = 26;
    private static final int LENGTH = 3;
    private static final String NAMELESS = "CEN";

    private CentreCode() {
    }

    /** All there are, those that are most like the name first: its beginning, its first two letters and another of its own, any other. */
    static Stream<String> like(String name) {
        String own = CentreAddress.propose(name).replaceAll("[^a-z]", "").toUpperCase(Locale.ROOT);
        String letters = own.length() < LENGTH ? own + NAMELESS.substring(own.length()) : own;
        String two = letters.substring(0, LENGTH - 1);
        return Stream.of(letters.chars().skip(LENGTH - 1).mapToObj(letter -> two + (char) letter), alphabet().map(letter -> two + letter),
                alphabet().flatMap(second -> alphabet().map(third -> letters.charAt(0) + second + third)),
                alphabet().flatMap(first -> alphabet().flatMap(second -> alphabet().map(third -> first + second + third))))
                .flatMap(codes -> codes);
    }

    private static Stream<String> alphabet() {
        return IntStream.range(0, LETTERS).mapToObj(at -> String.valueOf((char) ('A' + at)));
    }
}
