package fr.preau.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A screen that people see most, or a public page.
 *
 * @param address with {@code {slug}} for the centre's name in addresses
 * @param budget  its name in {@code budgets.yaml}, among those that ask the database; empty for a page that asks nothing of a centre
 */
record MainScreen(Kind kind, String address, String budget) {

    /** Who may see it, and what a first visit to it may weigh. */
    enum Kind {
        PUBLIC("public"), FAMILY("app", "family"), STAFF("app", "staff");

        private final String[] place;

        Kind(String... place) {
            this.place = place;
        }

        int kilobytes() {
            return of("kilobytes");
        }

        int requests() {
            return of("requests");
        }

        private int of(String what) {
            return Budgets.of(Stream.concat(Stream.of(place), Stream.of(what)).toArray(String[]::new));
        }
    }

    private static final String HOME = "/centres/{slug}";
    private static final String APP = "/app/{slug}/";

    static List<MainScreen> all() {
        List<MainScreen> screens = new ArrayList<>();
        Stream.of("/", HOME, HOME + "/activites").forEach(page -> screens.add(new MainScreen(Kind.PUBLIC, page, page)));
        screens.add(new MainScreen(Kind.PUBLIC, HOME + "/activites/activite-0", HOME + "/activites/{activity}"));
        screens.add(new MainScreen(Kind.PUBLIC, "/connexion", ""));
        // the second one has places left
        screens.add(new MainScreen(Kind.FAMILY, APP + "inscription/activite-1", "inscription"));
        Stream.of("mes-inscriptions", "famille", "compte").forEach(screen -> screens.add(new MainScreen(Kind.FAMILY, APP + screen, screen)));
        Stream.of("aujourdhui", "inscriptions", "inscrire", "familles", "activites", "envois")
                .forEach(screen -> screens.add(new MainScreen(Kind.STAFF, APP + screen, screen)));
        // those to work on are few or none; this is the long list
        screens.add(new MainScreen(Kind.STAFF, APP + "inscriptions?voir=all", "inscriptions, toutes"));
        return screens;
    }

    String in(String centre) {
        return address.replace("{slug}", centre);
    }

    /** As the app's engine asks for it, without what stands before all screens. */
    String route(String centre) {
        return in(centre).replaceFirst("\\?.*", "").substring("/app/".length());
    }

    String query() {
        return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    }

    boolean isForm() {
        return address.contains("/inscription/");
    }

    /** How many statements it may say to the database. */
    int statements() {
        return Budgets.of(kind == Kind.PUBLIC ? "public" : "app", "statements", budget);
    }

    boolean asks() {
        return !budget.isEmpty();
    }
}
