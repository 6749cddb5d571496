package fr.preau.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/**
 * The database is away for some minutes ({@code --away=300}, in seconds), the application is restarted in order, the disk of the
 * database is full: what do people see, and is everything there afterwards?
 */
final class OutageBench implements Measurement {

    private static final int AWAY = 300;

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var database = ground.seededDatabase();
            var crowd = new Crowd(ground.server(database, Server.Options.usual()), database, client);
            figures.addAll(AwayDatabase.measure(ground, crowd, ground.option("away", AWAY)));
            figures.addAll(restart(ground, crowd));
            crowd.server().stop();
            figures.addAll(FullDisk.measure(ground, client));
        }
        return figures;
    }

    /** An update of the application while somebody has a form open. */
    private static List<Figure> restart(Ground ground, Crowd crowd) throws Exception {
        var scene = Scene.of(crowd, 1);
        var door = new Door(crowd.server(), crowd.database(), crowd.client());
        var cookie = door.signIn(door.tickets(scene.families()).getFirst());
        var tab = crowd.open(Scene.CENTRE, scene.hot(), cookie);
        ground.say("restarts in order");
        long begin = System.nanoTime();
        crowd.server().stop();
        double stop = (System.nanoTime() - begin) / 1e9;
        crowd.server().start();
        double gone = (System.nanoTime() - begin) / 1e9;
        int loadsAgain = 0;
        try {
            Crowd.confirm(tab);
        } catch (FlowClient.LoadAgain e) {
            loadsAgain = 1;
        }
        boolean alive = false;
        try {
            alive = scene.confirm(crowd.open(Scene.CENTRE, scene.hot(), cookie), 0);
        } catch (IOException e) {
            // at the door again
        }
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(40, "graceful stop", stop, "s", "SIGTERM to the end, one form open"),
                Figure.info("away for a graceful restart", gone, "s", "SIGTERM to readiness, without AOT cache"),
                Figure.exactly(1, "the open tab loads itself again", loadsAgain, "tab", "the answer to its next click says so to the browser"),
                Figure.exactly(1, "open form alive after a graceful restart", alive ? 1 : 0, "form",
                        "the same cookie, the same address: signed in, with what was answered, and confirmed")));
        figures.addAll(scene.truth("restart"));
        return figures;
    }
}
