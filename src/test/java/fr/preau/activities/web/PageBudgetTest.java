package fr.preau.activities.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.CatalogueSamples;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.Budgets;
import fr.preau.testing.FirstVisit;
import fr.preau.testing.PageTest;
import fr.preau.testing.SqlCount;
import fr.preau.testing.TestCentres;
import fr.preau.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the public pages weigh and ask, against {@code budgets.yaml}; with 200 activities as with 10. */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageBudgetTest {

    private static final Pattern IN_STYLES = Pattern.compile("url\\(\"?([^)\"]+)\"?\\)");

    @Autowired
    private ApplicationContext application;
    @Autowired
    private TestCentres centres;
    @LocalServerPort
    private int port;

    private CentreRecord small;
    private CentreRecord large;
    private Visitor visitor;

    @BeforeEach
    void twoCentres() {
        if (visitor == null) {
            visitor = new Visitor(port);
            var samples = new CatalogueSamples(application);
            small = centres.open();
            large = centres.open();
            fill(samples, small, 10);
            fill(samples, large, 200);
        }
    }

    private static void fill(CatalogueSamples samples, CentreRecord centre, int number) {
        for (int at = 0; at < number; at++) {
            samples.titled("Atelier du quartier, numéro " + at).weeks(2).in(centre);
        }
    }

    @Test
    void aFirstVisitIsLight() {
        paths(large).values().forEach(path -> FirstVisit.isLight(visitor, path));
    }

    /** Pages that ask nothing of the programme, and the one that says that there is no such page. */
    @ParameterizedTest
    @ValueSource(strings = {"/accessibilite", "/confidentialite", "/connexion", "/connexion/code", "/nulle-part", "/centres/{slug}/activites/nulle-part"})
    void theOtherPagesAreLightToo(String path) {
        FirstVisit.isLight(visitor, path.replace("{slug}", large.slug()));
    }

    @Test
    void theStylesheetNamesTheSameFontAsThePagesPreload() {
        var page = visitor.get("/").page();
        var styles = visitor.get(page.select("link[rel=stylesheet]").attr("href")).text();
        String preloaded = page.select("link[rel=preload]").attr("href");

        assertThat(IN_STYLES.matcher(styles).results().map(found -> "/" + found.group(1).replaceFirst("^/", ""))).contains(preloaded);
    }

    @Test
    void aPageAsksTheSameForTenActivitiesAndForTwoHundred() throws Exception {
        var ofSmall = paths(small);
        var ofLarge = paths(large);
        for (String what : ofSmall.keySet()) {
            visitor.get(ofSmall.get(what));
            visitor.get(ofLarge.get(what));
            List<String> few = SqlCount.during(() -> visitor.get(ofSmall.get(what)));
            List<String> many = SqlCount.during(() -> visitor.get(ofLarge.get(what)));
            assertThat(many).as(what).hasSameSizeAs(few);
            assertThat(many.size()).as(what).isPositive().isLessThanOrEqualTo(Budgets.of("public", "statements", what));
        }
    }

    private static Map<String, String> paths(CentreRecord centre) {
        String root = "/centres/" + centre.slug();
        return Map.of("/", "/", "/centres/{slug}", root, "/centres/{slug}/activites", root + "/activites",
                "/centres/{slug}/activites/{activity}", root + "/activites/atelier-du-quartier-numero-3");
    }
}
