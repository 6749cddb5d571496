package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** An activity, the families who have its last screen open, and what each of them is told. */
record Scene(Crowd crowd, HotActivity hot, List<Seed.Resident> families, Told told) {

    static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int PLACES = 20;
    private static final Duration BACK = Duration.ofMinutes(2);

    /** They have answered all questions but the last, and have not come in yet. */
    static Scene of(Crowd crowd, int families) throws Exception {
        var told = new Told();
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, PLACES);
        told.about(hot);
        var residents = Seed.residents(crowd.database(), CENTRE, families);
        crowd.prepare(hot, residents);
        return new Scene(crowd, hot, residents, told);
    }

    /** A tab for each family, in their order. */
    List<FlowClient> open() throws Exception {
        return crowd.open(CENTRE, hot, families);
    }

    /** This family comes in once more. */
    FlowClient openAgain(int who) throws Exception {
        return crowd.open(CENTRE, hot, families.subList(who, who + 1)).getFirst();
    }

    /** @return whether an answer was read on the screen; then it is what they were told */
    boolean confirm(FlowClient tab, int who) throws InterruptedException {
        return confirm(tab, who, new TreeSet<>());
    }

    /** @param words what was said instead of an answer */
    boolean confirm(FlowClient tab, int who, Set<String> words) throws InterruptedException {
        try {
            var rank = Crowd.confirm(tab);
            if (rank == null) {
                words.add(tab.news().strip().replace('\n', ' '));
                return false;
            }
            told.add(families.get(who), hot, rank);
            return true;
        } catch (IOException e) {
            words.add(String.valueOf(e.getMessage()).replaceAll(" for .*| in: .*", ""));
            return false;
        }
    }

    HttpResponse<String> page() throws IOException, InterruptedException {
        return crowd.client().send(HttpRequest.newBuilder(URI.create(crowd.server().address() + "/centres/" + CENTRE + "/activites"))
                .timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @return after how many seconds there was a public page */
    double awaitPage() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (page().statusCode() != 200) {
            if (System.nanoTime() > begin + BACK.toNanos()) {
                throw new IllegalStateException("No page within " + BACK);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What must hold of it, whatever has happened. */
    List<Figure> truth(String when) throws Exception {
        return told.against(crowd.database()).stream().map(figure -> figure.named(when + ": " + figure.name())).toList();
    }
}
