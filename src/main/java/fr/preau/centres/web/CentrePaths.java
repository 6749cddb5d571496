package fr.preau.centres.web;

import fr.preau.centres.CentreRecord;

/** Where the pages of a centre are. */
final class CentrePaths {

    private CentrePaths() {
    }

    static String home(CentreRecord centre) {
        return "/centres/" + centre.slug();
    }
}
