package fr.preau.bench;

import fr.preau.base.Ids;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Families who have come in and have the last screen open, with "Je confirme" on it. */
record Crowd(Server server, Database database, HttpClient client) {

    /** So many come in at once; it is not what is measured. */
    private static final int COMING_IN = 8;
    private static final Pattern RANK = Pattern.compile("liste d’attente, (\\d+)er? dans l’ordre");

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
        var door = new Door(server, database, client);
        var gate = new Semaphore(COMING_IN);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = door.tickets(families).stream().map(ticket -> threads.submit(() -> {
                gate.acquire();
                try {
                    return open(centre, hot, door.signIn(ticket));
                } finally {
                    gate.release();
                }
            })).toList();
            List<FlowClient> tabs = new ArrayList<>();
            for (var tab : opened) {
                tabs.add(tab.get());
            }
            return tabs;
        }
    }

    /** A tab of somebody who has a session already. */
    FlowClient open(String centre, HotActivity hot, String cookie) throws Exception {
        var tab = new FlowClient(client, server.address(), cookie);
        tab.open(centre + "/inscription/" + hot.slug() + "/verifier", "groupe=" + hot.group());
        return tab;
    }

    /** Presses "Je confirme" and reads the screen: zero for a place, else the rank; nothing when no answer can be read. */
    static @Nullable Integer confirm(FlowClient tab) throws Exception {
        tab.click("Je confirme");
        if (tab.news().contains("vous avez une place")) {
            return 0;
        }
        var rank = RANK.matcher(tab.news());
        return rank.find() ? Integer.valueOf(rank.group(1)) : null;
    }
}
