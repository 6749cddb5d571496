package fr.preau.bench;

import java.net.http.HttpClient;
import java.util.List;

/** How fast people come in: the button behind a letter's link, one after the other. */
final class DoorBench implements Measurement {

    private static final int PEOPLE = 200;

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var server = ground.server(database, Server.Options.usual());
        try (HttpClient client = HttpClient.newHttpClient()) {
            var door = new Door(server, database, client);
            var tickets = door.tickets(Seed.residents(database, Seed.CENTRES.getFirst(), PEOPLE));
            var times = new Latencies();
            double before = server.cpuSeconds();
            for (var ticket : tickets) {
                long begin = System.nanoTime();
                door.signIn(ticket);
                times.add(System.nanoTime() - begin);
            }
            double cpu = server.cpuSeconds() - before;
            door.signInAsPersona("accueil");
            return List.of(Figure.info("sign-in, median", times.percentile(0.5), "ms", times.count() + " residents, one after the other, cold JVM"),
                    Figure.info("sign-in, processor", 1000 * cpu / times.count(), "CPU-ms", "utime + stime of the JVM per sign-in"));
        }
    }
}
