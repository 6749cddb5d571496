package fr.preau.activities.web;

import fr.preau.activities.Photo;
import fr.preau.base.AppPaths;
import fr.preau.centres.CentreRecord;

/** Where the pages of the catalogue are, and where one goes on from them. */
final class CataloguePaths {

    private CataloguePaths() {
    }

    static String list(CentreRecord centre) {
        return "/centres/" + centre.slug() + "/activites";
    }

    static String sheet(CentreRecord centre, String slug) {
        return list(centre) + "/" + slug;
    }

    static String photo(CentreRecord centre, Photo photo, int width) {
        return "/centres/" + centre.slug() + photo(photo, width);
    }

    /** Below the centre's own page. */
    static String photo(Photo photo, int width) {
        return "/photos/" + photo.hash() + "-" + width + ".jpg";
    }

    /** The app's first question about a registration; it asks who one is before. */
    static String register(CentreRecord centre, String slug) {
        return AppPaths.in(centre.slug(), "inscription/" + slug);
    }
}
