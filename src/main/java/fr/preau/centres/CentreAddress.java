package fr.preau.centres;

import fr.preau.base.SearchKey;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a centre is called in addresses: French without accents, small letters, words joined by a line. */
public final class CentreAddress {

    public static final int LONGEST = 60;

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** What nearly every centre is: it tells none from the others. */
    private static final Pattern KIND = Pattern.compile("\\b(?:centre|social|socio|culturel|socioculturel)\\b");
    private static final Pattern BEGINNING = Pattern.compile("^(?:de la |de l |du |des |de |d )");
    /** The first words of the app's own addresses, which would stand in the way; a test compares them with the screens there are. */
    private static final Set<String> OURS = Set.of("compte", "federation", "nouveau", "presence", "style", "technique", "vaadin");

    private CentreAddress() {
    }

    /** Why a centre cannot be called so. */
    public enum Fault {
        MALFORMED, RESERVED
    }

    /** "Centre social des Phalempins" is proposed as {@code phalempins}; nothing of a name without letters. */
    public static String propose(String name) {
        String whole = SearchKey.of(name).replaceAll("[^a-z0-9]+", " ").strip();
        String own = KIND.matcher(whole).replaceAll(" ").replaceAll(" +", " ").strip();
        String rest = BEGINNING.matcher(own).replaceFirst("");
        String words = rest.isEmpty() ? whole : rest;
        return words.substring(0, Math.min(LONGEST, words.length())).strip().replace(' ', '-');
    }

    public static Optional<Fault> fault(String typed) {
        if (typed.length() > LONGEST || !WELL_FORMED.matcher(typed).matches()) {
            return Optional.of(Fault.MALFORMED);
        }
        return OURS.contains(typed) ? Optional.of(Fault.RESERVED) : Optional.empty();
    }}
