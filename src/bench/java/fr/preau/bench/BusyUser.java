package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody in front of an open tab. */
final class BusyUser {

    /** As the browser's engine does it, see application.yaml. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(120);
    private static final List<String> DESK_SCREENS = List.of("aujourdhui", "inscriptions", "familles", "activites");

    private final Afternoon afternoon;
    private final String centre;
    private final String cookie;
    private final Random random;
    private final @Nullable HotActivity wanted;
    private FlowClient tab;
    private int stepsUntilRegistering;

    /** @param wanted what a family registers for, once within so many steps; nothing for the desk */
    BusyUser(Afternoon afternoon, String centre, String cookie, long number, @Nullable HotActivity wanted, int steps) {
        this.afternoon = afternoon;
        this.centre = centre;
        this.cookie = cookie;
        this.random = new Random(Seed.SEED + number);
        this.wanted = wanted;
        this.tab = newTab();
        this.stepsUntilRegistering = random.nextInt(Math.max(1, steps - 2));
    }

    private FlowClient newTab() {
        return new FlowClient(afternoon.crowd().client(), afternoon.crowd().server().address(), cookie);
    }

    void open() throws IOException, InterruptedException {
        tab = newTab();
        tab.open(centre + "/" + (wanted == null ? DESK_SCREENS.getFirst() : "mes-inscriptions"), "");
    }

    Void live() throws InterruptedException {
        long next = System.nanoTime();
        long heartbeat = next + random.nextLong(HEARTBEAT.toNanos());
        while (!afternoon.over().get()) {
            next += random.nextLong(2 * afternoon.thinking().toNanos());
            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            if (afternoon.over().get()) {
                break;
            }
            try {
                if (System.nanoTime() > heartbeat) {
                    tab.heartbeat();
                    heartbeat += HEARTBEAT.toNanos();
                    next = Math.max(next, System.nanoTime());
                }
                boolean counts = afternoon.measured().get();
                String done = step();
                if (tab.has(Crowd.UNDERSTOOD)) {
                    throw new IOException("It did not work: " + tab.news().strip());
                }
                if (counts) {
                    afternoon.took(done, System.nanoTime() - next);
                }
            } catch (IOException | RuntimeException e) {
                if (afternoon.over().get()) {
                    break;
                }
                afternoon.failed(String.valueOf(e));
                openAgain();
            }
        }
        afternoon.stayed().incrementAndGet();
        return null;
    }

    /** As somebody does who sees something strange: loads the page again. */
    private void openAgain() throws InterruptedException {
        try {
            open();
        } catch (IOException | RuntimeException e) {
            afternoon.failed("and again: " + e);
        }
    }

    /** @return what it was, as it stands in the report */
    private String step() throws IOException, InterruptedException {
        if (wanted == null) {
            return go(DESK_SCREENS.get(random.nextInt(DESK_SCREENS.size())), "desk: ");
        }
        int before = stepsUntilRegistering--;
        if (before == 1) {
            tab.navigate(Crowd.screen(centre, wanted), Crowd.question(wanted));
            return "family: last look";
        }
        if (before == 0 && Crowd.isAsked(tab)) {
            if (Crowd.confirm(tab) == null) {
                throw new IOException("No answer in: " + tab.news());
            }
            return "family: confirmation";
        }
        return switch (random.nextInt(10)) {
            case 0 -> go("famille", "family: ");
            case 1, 2 -> go("mes-inscriptions", "family: ");
            case 3 -> read("/centres/" + centre + "/activites", Afternoon.page("list"));
            case 4, 5, 6 -> read("/centres/" + centre + "/activites/activite-" + random.nextInt(afternoon.activities()), Afternoon.page("activity"));
            default -> {
                tab.navigate(centre + "/inscription/activite-" + random.nextInt(afternoon.activities()), "");
                yield "family: form";
            }
        };
    }

    private String go(String screen, String who) throws IOException, InterruptedException {
        tab.navigate(centre + "/" + screen, "");
        return who + screen;
    }

    private String read(String page, String what) throws IOException, InterruptedException {
        var answer = afternoon.crowd().client().send(HttpRequest.newBuilder(URI.create(afternoon.crowd().server().address()
                + page)).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + page);
        }
        return what;
    }
}
