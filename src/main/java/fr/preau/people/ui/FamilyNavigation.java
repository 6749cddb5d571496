package fr.preau.people.ui;

import fr.preau.base.AppPaths;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The addresses of the families' screens. */
public final class FamilyNavigation {

    static final String FAMILY = "famille";
    static final String HOUSEHOLDS = "familles";
    static final String PERSON = "personne";
    static final String NEW = "nouvelle";
    static final String BACK = "retour";

    private FamilyNavigation() {
    }

    /** A family's own file, or its first welcome. */
    public static String family(String centre) {
        return AppPaths.in(centre, FAMILY);
    }

    static String newPerson(String centre) {
        return family(centre) + "/" + PERSON;
    }

    static String person(String centre, UUID person) {
        return newPerson(centre) + "/" + person;
    }

    /** One person of one's own family, and afterwards back to this address of the same centre. */
    public static String person(String centre, UUID person, String back) {
        return person(centre, person) + "?" + BACK + "=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /** All families, for the desk. */
    public static String households(String centre) {
        return AppPaths.in(centre, HOUSEHOLDS);
    }

    static String newHousehold(String centre) {
        return households(centre) + "/" + NEW;
    }

    /** One family's file, for the desk. */
    public static String household(String centre, UUID household) {
        return households(centre) + "/" + household;
    }

    static String newPersonOf(String centre, UUID household) {
        return household(centre, household) + "/" + PERSON;
    }

    static String personOf(String centre, UUID household, UUID person) {
        return newPersonOf(centre, household) + "/" + person;
    }
}
