package fr.preau.bench;

import fr.preau.base.Ids;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Families who have come in and have the last screen open, with "Je fais l’inscription" on it. */
record Crowd(Server server, Database database, HttpClient client) {

    /** So many come in at once; it is not what is measured. */
    private static final int COMING_IN = 8;
    /** A ticket of the door is good for ten minutes: so many are written at once. */
    private static final int PORTION = 200;
    /** The button of the box that says that something went wrong. */
    static final String UNDERSTOOD = "D’accord";
    /** What the last button says: with a place, and where there is none left. */
    private static final List<String> CONFIRM = List.of("Je fais l’inscription", "Je me mets sur la liste d’attente");
    private static final Pattern RANK = Pattern.compile(":\\hnuméro\\h(\\d[\\d\\h]*)\\hsur la liste d’attente");

    /** Everybody has answered "Qui vient ?" already, as the screen before keeps it. */
    void prepare(HotActivity hot, List<Seed.Resident> families) throws SQLException {
        try (var connection = database.connection();
             var rows = new Rows(connection, "registration_draft", "id, centre_id, account_id, group_id, content, saved_at, version")) {
            for (var family : families) {
                rows.add(Ids.next(), hot.centre(), family.account(), hot.group(),
                        "key " + Ids.next() + "\nrule WHO_CAN\nperson " + family.person(), Instant.now(), 0);
            }
        }
    }

    /** A tab for each family, in their order. */
    List<FlowClient> open(String centre, HotActivity hot, List<Seed.Resident> families) throws Exception {
        return enter(families, cookie -> open(centre, hot, cookie));
    }

    /** Lets each family in by the door and does with its session what is asked; the answers are in their order. */
    <T> List<T> enter(List<Seed.Resident> families, Entered<T> then) throws Exception {
        return enter(families, Door.Computer.OWN, then);
    }

    <T> List<T> enter(List<Seed.Resident> families, Door.Computer computer, Entered<T> then) throws Exception {
        var door = new Door(server, database, client);
        List<T> all = new ArrayList<>();
        for (int from = 0; from < families.size(); from += PORTION) {
            var tickets = door.tickets(families.subList(from, Math.min(from + PORTION, families.size())), computer);
            all.addAll(few(tickets, ticket -> then.with(door.signIn(ticket))));
        }
        return all;
    }

    /** Each tab goes on to the last screen of this activity, a few at a time. */
    static void goOn(List<FlowClient> tabs, String centre, HotActivity hot) throws Exception {
        few(tabs, tab -> {
            tab.navigate(screen(centre, hot), question(hot));
            return tab;
        });
    }

    /** The tabs of people who wait and do nothing. */
    static void stayOpen(List<FlowClient> tabs) throws Exception {
        few(tabs, tab -> {
            tab.heartbeat();
            return tab;
        });
    }

    private static <S, T> List<T> few(List<S> all, Work<S, T> work) throws Exception {
        var gate = new Semaphore(COMING_IN);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = all.stream().map(one -> threads.submit(() -> {
                gate.acquire();
                try {
                    return work.on(one);
                } finally {
                    gate.release();
                }
            })).toList();
            List<T> done = new ArrayList<>();
            for (var one : running) {
                done.add(one.get());
            }
            return done;
        }
    }

    /** What somebody does who has come in. */
    @FunctionalInterface
    interface Entered<T> {

        T with(String cookie) throws Exception;
    }

    @FunctionalInterface
    private interface Work<S, T> {

        T on(S one) throws Exception;
    }

    /** A tab of somebody who has a session already. */
    FlowClient open(String centre, HotActivity hot, String cookie) throws Exception {
        var tab = new FlowClient(client, server.address(), cookie);
        tab.open(screen(centre, hot), question(hot));
        return tab;
    }

    static String screen(String centre, HotActivity hot) {
        return centre + "/inscription/" + hot.slug() + "/verifier";
    }

    static String question(HotActivity hot) {
        return "groupe=" + hot.group();
    }

    /** Whether the last button is there. */
    static boolean isAsked(FlowClient tab) {
        return CONFIRM.stream().anyMatch(tab::has);
    }

    /** Presses the last button and reads the screen: zero for a place, else the rank; nothing when no answer can be read. */
    static @Nullable Integer confirm(FlowClient tab) throws IOException, InterruptedException {
        tab.click(CONFIRM.stream().filter(tab::has).findFirst().orElse(CONFIRM.getFirst()));
        if (tab.news().contains("l’inscription à")) {
            return 0;
        }
        var rank = RANK.matcher(tab.news());
        if (rank.find()) {
            return Integer.valueOf(rank.group(1).replaceAll("\\D", ""));
        }
        if (tab.has(UNDERSTOOD)) {
            // the box that says that something went wrong lets nobody past
            tab.dismiss(UNDERSTOOD);
        }
        return null;
    }
}
