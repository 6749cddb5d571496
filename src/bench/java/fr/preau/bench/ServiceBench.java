package fr.preau.bench;

import fr.preau.PreauApplication;
import fr.preau.accounts.SignedIn;
import fr.preau.base.CurrentCentre;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegisterCommand;
import fr.preau.registrations.RegisterOutcome;
import fr.preau.registrations.RegistrationService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * Registering on one hot activity without HTTP: the service is called by threads of this JVM, on a real database that commits
 * to the disk. Letters are written to the outbox in the same transactions, and leave later.
 */
final class ServiceBench implements Measurement {

    private static final int THREADS = 16;
    private static final int ROUNDS = 5;
    /** A server stands for weeks; with one round before it, the first two of five still waited for the compiler. */
    private static final int WARM_UP = 4;
    private static final String CENTRE = Seed.CENTRES.getFirst();

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var application = new SpringApplication(PreauApplication.class);
        var settings = Map.of("server.port", "0", "spring.datasource.url", database.url(), "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(), "preau.mail.at-once", "false", "db-scheduler.enabled", "false",
                "logging.level.root", "WARN", "spring.main.banner-mode", "off");
        String[] arguments = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()).toArray(String[]::new);
        try (var context = application.run(arguments)) {
            var service = context.getBean(RegistrationService.class);
            ground.note("application", "in the bench’s own JVM; no job runs and no letter leaves");
            ground.noteToo("JVM", Jvm.said(ProcessHandle.current()));
            var residents = Seed.residents(database, CENTRE, 2_000);
            ground.note("statements of one registration", list(ground, database, service, residents.getFirst()));
            List<Figure> figures = new ArrayList<>();
            for (int sessions : new int[] {1, 12}) {
                figures.addAll(rounds(ground, database, service, residents, sessions));
            }
            return figures;
        }
    }

    private List<Figure> rounds(Ground ground, Database database, RegistrationService service, List<Seed.Resident> residents, int sessions) throws Exception {
        String what = sessions == 1 ? "one session" : "a series of " + sessions;
        for (int round = 0; round < WARM_UP; round++) {
            run(service, HotActivity.open(database, CENTRE, sessions, 30), residents);
        }
        List<Double> rates = new ArrayList<>();
        double jvm = Cpu.seconds(ProcessHandle.current());
        double server = database.cpuSeconds();
        long questions = database.status("Questions");
        HotActivity last = null;
        for (int round = 0; round < ROUNDS; round++) {
            last = HotActivity.open(database, CENTRE, sessions, 30);
            rates.add(run(service, last, residents));
        }
        int all = ROUNDS * residents.size();
        jvm = Cpu.seconds(ProcessHandle.current()) - jvm;
        server = database.cpuSeconds() - server;
        questions = database.status("Questions") - questions;
        Collections.sort(rates);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atLeast(500, "registrations, " + what, rates.get(ROUNDS / 2), "a second",
                "median of " + ROUNDS + " runs of " + residents.size() + " households by " + THREADS + " threads on one group, after " + WARM_UP + " more; range "
                        + Report.number(rates.getFirst()) + "–" + Report.number(rates.getLast())));
        figures.add(Figure.info("statements, " + what, (double) questions / all, "each", "Questions of the database server, commits included"));
        figures.add(Figure.info("JVM, " + what, 1000 * jvm / all, "CPU-ms each", "utime + stime of this JVM"));
        figures.add(Figure.info("mariadbd, " + what, 1000 * server / all, "CPU-ms each", "utime + stime of the database server"));
        figures.addAll(last.truth(database, residents.size()));
        figures.add(Figure.exactly(residents.size(), "letters in the outbox", database.number("""
                SELECT count(*) FROM outbox_letter l JOIN registration_request q ON q.centre_id = l.centre_id AND q.id = l.subject_id
                WHERE q.group_id = '%s'""".formatted(last.group())), "letters", "one for each request"));
        return figures;
    }

    /** All at once from a barrier; the answer is how many a second. */
    private static double run(RegistrationService service, HotActivity hot, List<Seed.Resident> residents) throws Exception {
        var next = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Integer>> work = Collections.nCopies(THREADS, () -> {
                start.await();
                int done = 0;
                for (int i = next.getAndIncrement(); i < residents.size(); i = next.getAndIncrement()) {
                    register(service, hot, residents.get(i));
                    done++;
                }
                return done;
            });
            var running = work.stream().map(threads::submit).toList();
            long begin = System.nanoTime();
            start.countDown();
            for (var one : running) {
                one.get();
            }
            return residents.size() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static void register(RegistrationService service, HotActivity hot, Seed.Resident who) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(who.account(), "", Set.of(), 0, java.time.Instant.now()), null, AuthorityUtils.NO_AUTHORITIES)));
        try {
            var outcome = CurrentCentre.in(hot.centre(), () -> service.register(RegisterCommand.series(hot.group() + "/" + who.household(), hot.group(),
                    who.household(), List.of(who.person()), PartyRule.WHO_CAN)));
            if (!(outcome instanceof RegisterOutcome.Registered)) {
                throw new IllegalStateException(outcome.toString());
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Writes down what one registration says to the database. */
    private static String list(Ground ground, Database database, RegistrationService service, Seed.Resident who) throws Exception {
        register(service, HotActivity.open(database, CENTRE, 1, 30), who);
        var hot = HotActivity.open(database, CENTRE, 1, 30);
        var said = StatementLog.during(database, () -> register(service, hot, who));
        String file = StatementLog.write(ground, "service-statements.txt", Map.of("one registration", said));
        return said.size() + ", commits not counted, see " + file;
    }
}
