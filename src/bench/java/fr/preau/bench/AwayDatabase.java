package fr.preau.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The database is away for some minutes. One family presses meanwhile, and its browser keeps the click; a second closes its tab in anger
 * and comes again; a third goes on typing.
 */
final class AwayDatabase {

    private static final int PRESSES = 0;
    private static final int CLOSES = 1;
    private static final int TYPES = 2;
    private static final String FIRST_NAME = "Lina";
    /** What is typed of a child, line by line. */
    private static final List<Line> TYPED = List.of(new Line("first-name", FIRST_NAME), new Line("birth-day", "4"), new Line("birth-month", "5"),
            new Line("birth-year", "2017"));

    private final Scene scene;
    private final int away;

    private AwayDatabase(Scene scene, int away) {
        this.scene = scene;
        this.away = away;
    }

    private record Line(String id, String text) {
    }

    @FunctionalInterface
    private interface Act {

        void done() throws IOException, InterruptedException;
    }

    /** @param away in seconds */
    static List<Figure> measure(Ground ground, Crowd crowd, int away) throws Exception {
        return new AwayDatabase(Scene.of(crowd, 3), away).measure(ground);
    }

    private List<Figure> measure(Ground ground) throws Exception {
        var database = scene.crowd().database();
        var tabs = scene.open();
        describeSomebody(tabs.get(TYPES));
        ground.say("the database is away for " + away + " s");
        database.kill();
        long end = System.nanoTime() + Duration.ofSeconds(away).toNanos();
        int click = status(() -> Crowd.confirm(tabs.get(PRESSES)));
        int typing = status(() -> type(tabs.get(TYPES), TYPED.getFirst()));
        List<Figure> figures = new ArrayList<>(pages(end));
        database.startAgain();
        double back = scene.awaitPage();
        ground.say("the database is back");
        boolean sentAgain = scene.confirm(tabs.get(PRESSES), PRESSES);
        boolean reopened = scene.confirm(scene.openAgain(CLOSES), CLOSES);
        boolean kept = typingIsKept(tabs.get(TYPES));
        figures.addAll(List.of(
                Figure.atLeast(500, "answer to a click meanwhile", click, "",
                        "HTTP status; from 500 on the browser keeps the form, says that it tries again, and sends the click later"),
                Figure.atLeast(500, "answer to typing meanwhile", typing, "",
                        "HTTP status; from 500 on the browser keeps what is typed, and sends it later"),
                Figure.atMost(30, "service after the database is back", back, "s", "from its start to a public page with activities"),
                Figure.exactly(1, "the open form goes on", sentAgain ? 1 : 0, "form",
                        "the same tab, " + away + " s old, sends the same click again and reads its answer"),
                Figure.exactly(1, "typed meanwhile and kept", kept ? 1 : 0, "draft",
                        "the same tab sends what was typed of a child while the database was away; then the draft in the database against it"),
                Figure.exactly(1, "draft kept and confirmed", reopened ? 1 : 0, "form", "who has signed in again finds all answers, and confirms")));
        figures.addAll(scene.truth("away"));
        return figures;
    }

    /** One goes on asking for public pages. */
    private List<Figure> pages(long end) throws Exception {
        int asked = 0;
        int friendly = 0;
        double longest = 0;
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            friendly += isFriendly(scene.page()) ? 1 : 0;
            longest = Math.max(longest, (System.nanoTime() - begin) / 1e9);
            asked++;
            TimeUnit.SECONDS.sleep(Math.max(1, Math.min(5, away / 5)));
        }
        return List.of(Figure.exactly(asked, "friendly pages", friendly, "pages",
                        "database away for " + away + " s, one page after the other: status 5xx, plain French, a way on, nothing of an exception"),
                Figure.atMost(15, "longest wait for such a page", longest, "s", "database away for " + away + " s, from asking to the answer"));
    }

    private static boolean isFriendly(HttpResponse<String> page) {
        return page.statusCode() >= 500 && page.body().contains("Recommencez") && page.body().contains("<h1")
                && !page.body().contains("Exception") && !page.body().contains("SQL");
    }

    /** Back to "Qui vient ?", where a child is added. */
    private void describeSomebody(FlowClient tab) throws IOException, InterruptedException {
        tab.navigate(Scene.CENTRE + "/inscription/" + scene.hot().slug(), Crowd.question(scene.hot()));
        tab.click("Ajouter une personne");
    }

    private static void type(FlowClient tab, Line line) throws IOException, InterruptedException {
        tab.type(line.id, line.text);
    }

    /** The browser sends what waits, in order: first what was not taken. */
    private boolean typingIsKept(FlowClient tab) throws InterruptedException, SQLException {
        try {
            for (Line line : TYPED) {
                type(tab, line);
            }
        } catch (IOException e) {
            return false;
        }
        var family = scene.families().get(TYPES);
        String draft = scene.crowd().database().text("SELECT content FROM registration_draft WHERE account_id = '" + family.account()
                + "' AND group_id = '" + scene.hot().group() + "'");
        return draft.lines().anyMatch(line -> line.startsWith("typed CHILD " + FIRST_NAME + " ") && line.endsWith(" 4 5 2017"));
    }

    /** The HTTP status of what came of it; zero when the line was cut. */
    private static int status(Act act) throws InterruptedException {
        try {
            act.done();
            return 200;
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            return said.matches("(?s)\\d{3} .*") ? Integer.parseInt(said.substring(0, 3)) : 0;
        }
    }
}
