package fr.preau.base;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The spaces of French print: a mark never begins a line, a number never leaves what it counts. The bundles are written with the
 * space of the keyboard; this sets the right one when a sentence is read from them, before its facts come in, so that a name, an
 * address or anything else that people typed stays as it is.
 */
public final class FrenchSpaces {

    private static final String NARROW = "\u202f";
    private static final String WIDE = "\u00a0";

    private static final String COUNTED = "h|min|€|%|ans?|mois|jours?|heures?|minutes?|places?|personnes?|séances?|caractères|chiffres"
            + "|présents?|lettres|dates?|familles?|demandes?|messages?|activités?|Mo|Go|ms";

    private record Rule(Pattern space, String instead) {

        static Rule of(String space, String instead) {
            return new Rule(Pattern.compile(space), instead);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("(?<=«) | (?=[»;?!])", NARROW),
            // Only where the sentence goes on or ends: "14:30" and "https://" have no space before theirs.
            Rule.of(" (?=:(?:\\s|$))", WIDE),
            // "12 places", "{0} places", "14 h", and "14 h 30".
            Rule.of("(?<=[0-9}]) (?=(?:" + COUNTED + ")(?!\\p{L}))", WIDE),
            Rule.of("(?<=[0-9}][ \u00a0]h) (?=[0-9{])", WIDE),
            // "n° …4827": the end of what stands for a name.
            Rule.of("(?<=n°) (?=[…0-9{])", WIDE),
            // "à 14 h", "{0} à {1}": with what comes in, which is mostly an hour.
            Rule.of("(?<=(?<!\\p{L})à) (?=[0-9{])", WIDE));

    private FrenchSpaces() {
    }

    /** The same sentence, or pattern of a sentence, with spaces that hold. */
    public static String spaced(String sentence) {
        String set = sentence;
        for (var rule : RULES) {
            set = rule.space.matcher(set).replaceAll(rule.instead);
        }
        return set;
    }
}
