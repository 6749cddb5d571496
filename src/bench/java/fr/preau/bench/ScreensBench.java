package fr.preau.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees on a first visit, and when: Chromium at 360 px, a new browser for each load and so nothing in its cache, five
 * loads ({@code --rounds}) of each screen; without brakes, and on a slow 4G (150 ms, 1.6 Mb/s down, 0.75 up) with a processor that is four times slower,
 * both by Chromium's own brakes. The server has no brakes and is warm. The chores of the browser are on the server's cores. Then, without a
 * browser, what each screen asks of the database.
 */
final class ScreensBench implements Measurement {

    private static final int LOADS = 5;
    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final int PATIENCE = 120_000;
    /** Written down by the page itself, in milliseconds from the moment when the address was asked for. */
    private static final String WATCH = """
            (() => {
              window.preauBenchSaw = {};
              new PerformanceObserver(list => list.getEntries().forEach(one => window.preauBenchSaw.largest = one.startTime))
                .observe({type: 'largest-contentful-paint', buffered: true});
              const there = one => one && one.getClientRects().length > 0 && one.matches(':defined');
              const look = () => {
                const seen = window.preauBenchSaw;
                if (!seen.heading && there(document.querySelector('main h1'))) seen.heading = performance.now();
                const field = document.querySelector('main vaadin-checkbox, main vaadin-text-field');
                if (!seen.field && there(field) && field.querySelector('input')) seen.field = performance.now();
                requestAnimationFrame(look);
              };
              look();
            })();""";

    private enum Brakes {
        NONE(0, -1, -1, 1), SLOW_4G(150, 1_600_000 / 8, 750_000 / 8, 4);

        private final int latency;
        private final int down;
        private final int up;
        private final int slower;

        Brakes(int latency, int down, int up, int slower) {
            this.latency = latency;
            this.down = down;
            this.up = up;
            this.slower = slower;
        }

        void put(CDPSession wire) {
            var network = new JsonObject();
            network.addProperty("offline", false);
            network.addProperty("latency", latency);
            network.addProperty("downloadThroughput", down);
            network.addProperty("uploadThroughput", up);
            wire.send("Network.emulateNetworkConditions", network);
            var processor = new JsonObject();
            processor.addProperty("rate", slower);
            wire.send("Emulation.setCPUThrottlingRate", processor);
        }
    }

    /** One load: milliseconds from asking for the address, and what went over the wire. */
    private record Load(double first, double largest, double heading, double field, double kilobytes, double requests) {
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            try (var server = ground.server(database, Server.Options.usual())) {
                figures.addAll(loads(ground, database, server, client));
            }
            figures.addAll(ScreenStatements.count(ground, database, client));
        }
        return figures;
    }

    private static List<Figure> loads(Ground ground, Database database, Server server, HttpClient client) throws Exception {
        Path chromium = chromium();
        var door = new Door(server, database, client);
        String family = door.signIn(door.tickets(Seed.residents(database, CENTRE, 1)).getFirst());
        String staff = door.signInAsPersona("direction");
        int loads = ground.option("rounds", LOADS);
        List<Figure> figures = new ArrayList<>();
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            for (MainScreen screen : MainScreen.all()) {
                String cookie = switch (screen.kind()) {
                    case PUBLIC -> null;
                    case FAMILY -> family;
                    case STAFF -> staff;
                };
                ground.say(screen.in(CENTRE));
                // the server has shown each screen before
                for (int i = 0; i < 2; i++) {
                    load(ground, playwright, chromium, server, screen, cookie, Brakes.NONE);
                }
                List<Load> quick = new ArrayList<>();
                List<Load> slow = new ArrayList<>();
                for (int i = 0; i < loads; i++) {
                    quick.add(load(ground, playwright, chromium, server, screen, cookie, Brakes.NONE));
                    slow.add(load(ground, playwright, chromium, server, screen, cookie, Brakes.SLOW_4G));
                }
                figures.addAll(figures(screen, quick, slow));
            }
        }
        return figures;
    }

    private static List<Figure> figures(MainScreen screen, List<Load> quick, List<Load> slow) {
        String on = screen.in(CENTRE) + ", ";
        String method = "Chromium at 360 px, cold; 150 ms, 1.6/0.75 Mb/s, processor ÷ 4; ";
        String paint = "first contentful paint";
        var first = new Several(slow.stream().map(Load::first).toList());
        List<Figure> figures = new ArrayList<>();
        figures.add(screen.kind() == MainScreen.Kind.PUBLIC ? first.atMost(1_000, on + "first paint on slow 4G", "ms", method + paint)
                : first.info(on + "first paint on slow 4G", "ms", method + paint));
        figures.add(new Several(slow.stream().map(Load::largest).toList()).info(on + "largest paint on slow 4G", "ms", method
                + "largest contentful paint"));
        if (screen.kind() != MainScreen.Kind.PUBLIC) {
            figures.add(new Several(slow.stream().map(Load::heading).toList()).info(on + "heading on slow 4G", "ms", method
                    + "the screen’s own heading is drawn"));
        }
        if (screen.isForm()) {
            figures.add(new Several(slow.stream().map(Load::field).toList()).info(on + "usable field on slow 4G", "ms", method
                    + "the first card can be ticked"));
        }
        figures.add(new Several(quick.stream().map(Load::first).toList()).info(on + "first paint without brakes", "ms", "Chromium at 360 px, cold; "
                + paint));
        figures.add(new Several(slow.stream().map(Load::kilobytes).toList()).atMost(screen.kind().kilobytes(), on + "weight", "KB",
                "all that a cold load fetches, over the wire, heads included"));
        figures.add(new Several(slow.stream().map(Load::requests).toList()).atMost(screen.kind().requests(), on + "requests", "",
                "of a cold load, until nothing moves any more"));
        return figures;
    }

    private static Load load(Ground ground, Playwright playwright, Path chromium, Server server, MainScreen screen, @Nullable String cookie,
                             Brakes brakes) {
        try (Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
             var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740).setLocale("fr-FR").setTimezoneId("Europe/Paris"))) {
            if (cookie != null) {
                context.addCookies(List.of(new Cookie("JSESSIONID", cookie.substring(cookie.indexOf('=') + 1)).setUrl(server.address())));
            }
            var page = context.newPage();
            page.addInitScript(WATCH);
            var wire = context.newCDPSession(page);
            var fetched = new Fetched(wire);
            brakes.put(wire);
            page.navigate(server.address() + screen.in(CENTRE), new Page.NavigateOptions().setTimeout(PATIENCE).setWaitUntil(WaitUntilState.LOAD));
            awaitSight(ground, page, screen);
            page.waitForLoadState(LoadState.NETWORKIDLE, new Page.WaitForLoadStateOptions().setTimeout(PATIENCE));
            var paint = page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').map(one => one.startTime)[0]", null,
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
            Path picture = ground.folder().resolve(screen.in(CENTRE).replaceAll("\\W+", "-") + ".png");
            if (!Files.exists(picture)) {
                page.screenshot(new Page.ScreenshotOptions().setPath(picture));
            }
            return new Load(number(paint.jsonValue()), number(page.evaluate("window.preauBenchSaw.largest")), number(page.evaluate("window.preauBenchSaw.heading")),
                    number(page.evaluate("window.preauBenchSaw.field || 0")), fetched.bytes / 1000.0, fetched.requests);
        }
    }

    private static void awaitSight(Ground ground, Page page, MainScreen screen) {
        try {
            page.waitForFunction("field => window.preauBenchSaw.heading && (!field || window.preauBenchSaw.field)", screen.isForm(),
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
        } catch (TimeoutError e) {
            Path picture = ground.folder().resolve("too-late.png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));
            throw new IllegalStateException(screen.in(CENTRE) + " is not there after two minutes: " + page.url() + ", "
                    + page.evaluate("JSON.stringify(window.preauBenchSaw)")
                    + ", see " + picture, e);
        }
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** Counts what goes over the wire, heads included, as the browser's own network panel does. */
    private static final class Fetched {

        private final Set<String> asked = new HashSet<>();
        private long bytes;
        private int requests;

        Fetched(CDPSession wire) {
            wire.on("Network.requestWillBeSent", event -> {
                if (event.getAsJsonObject("request").get("url").getAsString().startsWith("http")) {
                    asked.add(event.get("requestId").getAsString());
                }
            });
            wire.on("Network.loadingFinished", event -> {
                if (asked.contains(event.get("requestId").getAsString())) {
                    requests++;
                    bytes += event.get("encodedDataLength").getAsLong();
                }
            });
            wire.send("Network.enable");
        }
    }

    /** The one that {@code PREAU_CHROMIUM} names, else one in a usual place. */
    private static Path chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv("PREAU_CHROMIUM")), USUAL_PLACES.stream()).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium on this machine: PREAU_CHROMIUM=/path/of/it"));
    }
}
