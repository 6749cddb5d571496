package fr.preau.federation.ui;

import fr.preau.base.AppPaths;

/** The addresses of the screens that stand in no centre. */
final class FederationNavigation {

    static final String OVERVIEW = "federation";
    static final String CENTRES = OVERVIEW + "/centres";
    static final String NEW_CENTRE = CENTRES + "/nouveau";
    static final String HEALTH = "technique";
    static final String JOURNAL = HEALTH + "/journal";

    private FederationNavigation() {
    }

    static String overview() {
        return AppPaths.of(OVERVIEW);
    }

    static String newCentre() {
        return AppPaths.of(NEW_CENTRE);
    }

    static String centre(String slug) {
        return AppPaths.of(CENTRES) + "/" + slug;
    }

    /** @param centre the centre's slug; empty for all */
    static String journal(String period, String centre, int page) {
        return AppPaths.of(JOURNAL) + "?periode=" + period + (centre.isEmpty() ? "" : "&centre=" + centre) + (page == 1 ? "" : "&page=" + page);
    }
}
