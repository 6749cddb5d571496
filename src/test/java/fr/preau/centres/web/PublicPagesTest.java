package fr.preau.centres.web;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.preau.activities.CatalogueSamples;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PageTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.Visitor;
import jakarta.servlet.RequestDispatcher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the public pages of the federation and of its centres say, and how they are sent. */
@PageTest
class PublicPagesTest {

    @Autowired
    private WebApplicationContext application;
    @Autowired
    private TestCentres centres;
    @LocalServerPort
    private int port;

    private Visitor visitor;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        visitor = new Visitor(port);
        here = centres.open();
    }

    @Test
    void theFederationShowsItsCentres() {
        var page = visitor.get("/").page();

        assertThat(page.select("h1").text()).isEqualTo(spaced("Quel est votre centre ?"));
        assertThat(page.select(".card h3 a[href=/centres/" + here.slug() + "]").text()).isEqualTo(here.name());
    }

    @Test
    void aCentreWithoutActivitiesSaysSoAndHowToCome() {
        var page = visitor.get("/centres/" + here.slug()).page();

        assertThat(page.select(".empty h3").text()).isEqualTo("Le programme arrive");
        assertThat(page.select(".empty a").attr("href")).isEqualTo("#nous-trouver");
        assertThat(page.select("#nous-trouver").text()).contains("1 rue de la Cour", "03 20 00 00 00");
    }

    @Test
    void aCentreSaysWhatHappensNextAndHowToCome() {
        new CatalogueSamples(application).titled("Cuisine du monde").in(here);

        var page = visitor.get("/centres/" + here.slug()).page();

        assertThat(page.select("h1").text()).isEqualTo(here.name());
        assertThat(page.select(".card h3").eachText()).containsExactly("Cuisine du monde");
        assertThat(page.select("main a.btn.go").attr("href")).isEqualTo("/centres/" + here.slug() + "/activites");
        assertThat(page.select("#nous-trouver").text()).contains("1 rue de la Cour", "59200 Tourcoing", "Du lundi au vendredi, de 9 h à 18 h");
        assertThat(page.select("#nous-trouver a[href^=tel]").attr("href")).isEqualTo("tel:+33320000000");
        assertThat(page.select(".top nav a").eachText()).containsExactly("Activités", "Mon espace");
    }

    @Test
    void everyPageIsInFrenchWithoutScriptStyleOrCookie() {
        new CatalogueSamples(application).titled("Couture").in(here);
        for (String path : List.of("/", "/centres/" + here.slug(), "/centres/" + here.slug() + "/activites",
                "/centres/" + here.slug() + "/activites/couture", "/accessibilite", "/confidentialite", "/rien", "/styles.css", "/sitemap.xml")) {
            var answer = visitor.get(path, "Accept-Language", "en-GB");
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'").doesNotContain("script-src");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            if (answer.header("Content-Type").startsWith("text/html")) {
                var page = answer.page();
                assertThat(page.select("html").attr("lang")).as(path).isEqualTo("fr");
                assertThat(page.select("script:not([type=application/ld+json]), style, [style]")).as(path).isEmpty();
                assertThat(page.select("h1")).as(path).hasSize(1);
                assertThat(page.outerHtml()).as(path).doesNotContain("??", "th:");
            }
        }
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() {
        new CatalogueSamples(application).titled("Couture").in(here);
        for (String path : List.of("/", "/centres/" + here.slug() + "/activites", "/centres/" + here.slug() + "/activites/couture")) {
            var first = visitor.get(path);
            var again = visitor.get(path, "If-None-Match", first.header("ETag"));

            assertThat(first.header("ETag")).as(path).startsWith("W/");
            assertThat(first.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(first.header("Cache-Control")).as(path).doesNotContain("no-store");
            assertThat(again.status()).as(path).isEqualTo(304);
            assertThat(again.sent()).as(path).isEmpty();
        }
        assertThat(visitor.get("/centres/" + here.slug() + "/activites").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void filesCarryTheirHashAndAreKeptForAYear() {
        String styles = visitor.get("/").page().select("link[rel=stylesheet]").attr("href");

        assertThat(styles).matches("/styles-[0-9a-f]{32}\\.css");
        assertThat(visitor.get(styles).header("Cache-Control")).contains("max-age=31536000", "immutable");
        assertThat(visitor.get("/styles.css").header("Cache-Control")).contains("max-age=3600");
        assertThat(visitor.get("/assets/pictos.svg").status()).isEqualTo(200);
        assertThat(visitor.get("/styles-00000000000000000000000000000000.css").status()).isEqualTo(404);
        assertThat(visitor.get("/application.yaml").status()).isEqualTo(404);
        assertThat(visitor.get("/assets/../application.yaml").status()).isIn(400, 404);
    }

    @Test
    void whatIsNotThereIsSaidKindlyInTheCentresFrame() {
        for (String path : List.of("/rien", "/centres/nulle-part", "/centres/nulle-part/activites", "/centres/", "/error")) {
            var answer = visitor.get(path, "Accept", "application/json");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.page().select("h1").text()).as(path).isEqualTo("Cette page n’existe pas");
            assertThat(answer.page().select("main a.btn").attr("href")).as(path).isEqualTo("/");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        var inCentre = visitor.get("/centres/" + here.slug() + "/activites/rien").page();
        assertThat(inCentre.select(".top nav a").eachText()).contains("Activités");
        assertThat(inCentre.select("main a.btn").attr("href")).isEqualTo("/centres/" + here.slug());
        assertThat(inCentre.select("main form").attr("action")).isEqualTo("/centres/" + here.slug() + "/activites");
        assertThat(inCentre.select("main form input").attr("name")).isEqualTo("mots");
        assertThat(inCentre.select("main a[href^=tel]").attr("href")).isEqualTo("tel:+33320000000");
    }

    @Test
    void aMethodThatAPageDoesNotKnowAndAnAddressThatNobodyUnderstandsAreRefusedInWords() {
        var method = visitor.send("POST", "/centres/" + here.slug() + "/activites");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.page().select("h1").text()).isEqualTo("Cela ne se fait pas ici");
        var unclear = visitor.get("/centres/" + here.slug() + "/activites/%E2%28%A1");
        assertThat(unclear.status()).isIn(400, 404);
        assertThat(unclear.text()).doesNotContain("Exception", "at fr.preau", "Tomcat");
    }

    @Test
    void aFailureOfOursIsSaidWithoutItsCauseAndWithAReferenceToTell() throws Exception {
        var answer = MockMvcBuilders.webAppContextSetup(application).build().perform(get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/centres/x/annuler/secret")
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("table not found"))).andReturn().getResponse();

        var page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(page.select("h1").text()).isEqualTo("Quelque chose s’est cassé chez nous");
        assertThat(page.select(".oops .soft").text()).matches("À dire à l’accueil si cela continue : [0-9A-F]{4}");
        assertThat(page.text()).doesNotContain("table not found", "secret", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/centres/x/annuler/SECRET", "/centres/x/place/SECRET/calendrier.ics", "/connexion/lien/SECRET", "/connexion/mot-de-passe/SECRET",
        "/connexion/code/SECRET", "/connexion/equipe/etape/SECRET", "/connexion/cle/SECRET"})
    @ExtendWith(OutputCaptureExtension.class)
    void whatOpensADoorStaysOutOfTheLog(String path, CapturedOutput log) throws Exception {
        MockMvcBuilders.webAppContextSetup(application).build().perform(get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500).requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path));

        assertThat(log.getAll()).containsPattern("Reference [0-9A-F]{4}: 500 at /c").doesNotContain("SECRET");
    }

    @Test
    void aCentreIsTheSameHoweverItsAddressIsWritten() {
        var page = visitor.get("/%63entres/" + here.slug());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).isEqualTo(here.name());
        assertThat(visitor.get("/%63entres/rien").status()).isEqualTo(404);
    }

    @Test
    void tooManyAtOnceAreAskedToComeAgainWithoutANumber() throws Exception {
        var answer = MockMvcBuilders.webAppContextSetup(application).build().perform(get("/error")
                .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 503)).andReturn().getResponse();

        var page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        assertThat(page.select("main a.btn").first().text()).isEqualTo("Recommencer");
        assertThat(page.select(".oops .soft")).isEmpty();
    }

    @Test
    void searchEnginesFindPublicPagesOnly() {
        var samples = new CatalogueSamples(application);
        samples.titled("Couture").in(here);
        samples.titled("Brouillon").draft().in(here);

        var sitemap = visitor.get("/sitemap.xml");
        assertThat(sitemap.header("Content-Type")).startsWith("application/xml");
        assertThat(sitemap.text()).contains("<loc>https://preau.example/</loc>", "<loc>https://preau.example/centres/" + here.slug() + "/activites/couture</loc>")
                .doesNotContain("brouillon");
        assertThat(visitor.get("/robots.txt").text()).contains("Disallow: /app/", "Sitemap: https://preau.example/sitemap.xml");
    }

    @Test
    void whatIsOwedToReadersIsThere() {
        assertThat(visitor.get("/accessibilite").page().text()).contains("RGAA 4.1", "non conforme", "axe", "clavier", "Défenseur des droits", here.name());
        assertThat(visitor.get("/confidentialite").page().text()).contains("24 mois", "après 30 jours", "aucun cookie", "CNIL", here.name(),
                "Un code donné par l’accueil ouvre seulement ce qui est à vous dans ce centre");
    }
}
