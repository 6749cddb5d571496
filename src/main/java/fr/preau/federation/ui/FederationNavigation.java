package fr.preau.federation.ui;

/** The addresses of the screens that stand in no centre. */
final class FederationNavigation {

    static final String OVERVIEW = "federation";
    static final String CENTRES = OVERVIEW + "/centres";
    static final String HEALTH = "technique";
    static final String JOURNAL = HEALTH + "/journal";

    private FederationNavigation() {
    }

    static String overview() {
        return "/app/" + OVERVIEW;
    }

    static String centre(String slug) {
        return "/app/" + CENTRES + "/" + slug;
    }

    static String journal(int page) {
        return "/app/" + JOURNAL + "?page=" + page;
    }
}
