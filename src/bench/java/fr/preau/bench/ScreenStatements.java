package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each screen asks of the database, for ten rows and for ten thousand. As in the tests: no job runs beside it, public pages are made
 * anew, and who opens a screen of the app comes from another in the same frame.
 */
final class ScreenStatements {

    /** In the frame of all screens of a centre, and it asks nothing of these rows. */
    private static final String BEFORE = "/plus";

    private final Server server;
    private final Database database;
    private final HttpClient client;
    /** For whoever wants to see them. */
    private final Map<String, List<String>> said = new LinkedHashMap<>();

    private ScreenStatements(Server server, Database database, HttpClient client) {
        this.server = server;
        this.database = database;
        this.client = client;
    }

    /** Somebody of a family and somebody of the team, by the cookies of their sessions. */
    private record Visitors(String family, String staff) {
    }

    /** On a base that nobody uses meanwhile, and that has the two centres afterwards. */
    static List<Figure> count(Ground ground, Database database, HttpClient client) throws Exception {
        ground.say("makes a centre with ten rows, and one with ten thousand");
        TwoHouses.build(database);
        var options = Server.Options.usual().with("preau.page-copies", "0s")
                .with("db-scheduler.enabled", "false").with("preau.mail.at-once", "false");
        try (var server = ground.server(database, options)) {
            return new ScreenStatements(server, database, client).count(ground);
        }
    }

    private List<Figure> count(Ground ground) throws Exception {
        ground.note("small centre", TwoHouses.rows(database, TwoHouses.SMALL));
        ground.note("large centre", TwoHouses.rows(database, TwoHouses.LARGE));
        var door = new Door(server, database, client);
        var families = TwoHouses.residents(database);
        String staff = door.signInAsPersona("direction");
        var earlier = new Visitors(door.signIn(door.tickets(families.subList(0, 1)).getFirst()), staff);
        var counted = new Visitors(door.signIn(door.tickets(families.subList(1, 2)).getFirst()), staff);
        int each = ofEachClick(counted);
        List<Figure> figures = new ArrayList<>();
        for (MainScreen screen : MainScreen.all().stream().filter(MainScreen::asks).toList()) {
            ground.say("statements of " + screen.address());
            // what the server reads once for all is no matter of rows
            asked(screen, TwoHouses.SMALL, earlier);
            asked(screen, TwoHouses.LARGE, earlier);
            int before = screen.kind() == MainScreen.Kind.PUBLIC ? 0 : each;
            figures.addAll(figures(screen, asked(screen, TwoHouses.SMALL, counted) - before, asked(screen, TwoHouses.LARGE, counted) - before));
        }
        figures.add(Figure.info("statements of each click in the app", each, "statements",
                "whether the session still holds; counted at a heartbeat, which asks nothing else, and not in the figures of the screens"));
        ground.note("statements", "all of them in " + StatementLog.write(ground, "screens-statements.txt", said));
        return figures;
    }

    private static List<Figure> figures(MainScreen screen, int few, int many) {
        String name = screen.in(TwoHouses.LARGE) + ", statements with ";
        String method = screen.kind() == MainScreen.Kind.PUBLIC ? "from the log of the database server, commits not counted; the page is made anew"
                : "from the log of the database server, commits and what each click asks not counted; by a link from another screen";
        return List.of(Figure.atMost(screen.statements(), name + "ten rows", few, "statements", "in the small centre; " + method + "; once"),
                Figure.exactly(few, name + "ten thousand rows", many, "statements", "in the large centre, and as many as in the small one; " + method
                        + "; once"));
    }

    private int ofEachClick(Visitors visitors) throws Exception {
        var tab = tab(TwoHouses.SMALL, visitors.family);
        return StatementLog.during(database, tab::heartbeat).size();
    }

    private int asked(MainScreen screen, String centre, Visitors visitors) throws Exception {
        List<String> statements;
        if (screen.kind() == MainScreen.Kind.PUBLIC) {
            statements = StatementLog.during(database, () -> read(screen.in(centre)));
        } else {
            var tab = tab(centre, screen.kind() == MainScreen.Kind.FAMILY ? visitors.family : visitors.staff);
            statements = StatementLog.during(database, () -> tab.navigate(screen.route(centre), screen.query()));
        }
        said.put(screen.in(centre), statements);
        return statements.size();
    }

    private FlowClient tab(String centre, String cookie) throws IOException, InterruptedException {
        var tab = new FlowClient(client, server.address(), cookie);
        tab.open(centre + BEFORE, "");
        return tab;
    }

    private void read(String page) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(server.address() + page)).build(), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + page);
        }
    }
}
