package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import fr.preau.testing.Budgets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the app's screens fetch on a first visit, with nothing in the browser's cache, against {@code budgets.yaml}. */
class ScreenWeightJourney extends Journey {

    private static final String CENTRE = "/app/belencontre/";

    @ParameterizedTest
    @CsvSource({
        "family, habitante, mes-inscriptions", "family, habitante, inscription/atelier-cuisine-du-monde", "family, habitante, famille",
        "family, habitante, famille/personne", "family, habitante, compte", "family, habitante, plus",
        "staff, direction, aujourdhui", "staff, direction, inscriptions", "staff, direction, inscrire", "staff, direction, activites",
        "staff, direction, activites/nouvelle", "staff, direction, familles", "staff, direction, envois", "staff, direction, equipe"})
    void a_first_visit_is_light(String whose, String persona, String screen) {
        var door = open(Screen.PHONE);
        enterAs(door, persona, CENTRE + screen);
        assertLight(whose, door, CENTRE + screen);
    }

    @Test
    void a_first_visit_to_the_sheet_of_a_session_is_light() {
        var door = open(Screen.PHONE);
        enterAs(door, "animation", CENTRE + "aujourdhui");
        var sheet = link(door, "Présences").first();
        sheet.waitFor();
        assertLight("staff", door, sheet.getAttribute("href"));
    }

    private void assertLight(String whose, Page door, String address) {
        var page = openAlike(door, Screen.PHONE);
        var fetched = new Fetched(page);
        page.navigate(address);
        page.locator("main h1").waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(fetched.files).as("requests").hasSizeBetween(8, Budgets.of("app", whose, "requests"));
        assertThat(fetched.bytes / 1000).as("kilobytes of " + fetched.files).isBetween(50L, (long) Budgets.of("app", whose, "kilobytes"));
    }

    /** Counts what goes over the wire, heads included, as the browser's own network panel does. */
    private static final class Fetched {

        private final List<String> files = new ArrayList<>();
        private long bytes;

        Fetched(Page page) {
            var wire = page.context().newCDPSession(page);
            var asked = new HashMap<String, String>();
            wire.on("Network.requestWillBeSent", event -> asked.put(id(event), event.getAsJsonObject("request").get("url").getAsString()));
            wire.on("Network.loadingFinished", event -> {
                String address = asked.getOrDefault(id(event), "");
                if (address.startsWith("http")) {
                    files.add(address.replaceFirst("https?://[^/]+", "").replaceFirst("\\?.*", ""));
                    bytes += event.get("encodedDataLength").getAsLong();
                }
            });
            wire.send("Network.enable");
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }
}
