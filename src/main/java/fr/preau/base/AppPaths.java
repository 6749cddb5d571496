package fr.preau.base;

/** The paths of the app's screens: all stand below one name, those of a centre below the centre's in it. */
public final class AppPaths {

    /** Where everybody arrives. */
    public static final String HOME = "/app";

    private AppPaths() {
    }

    /** The path of the screen with this route. */
    public static String of(String route) {
        return HOME + "/" + route;
    }

    /** The path of the screen that has this route within a centre. */
    public static String in(String centre, String route) {
        return of(centre + "/" + route);
    }

    /** What Vaadin's router calls the screen at this path; a query stays with it. */
    public static String route(String path) {
        return path.substring(HOME.length() + 1);
    }
}
