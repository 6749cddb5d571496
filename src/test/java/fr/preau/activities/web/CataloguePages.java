package fr.preau.activities.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.CatalogueSamples;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PageTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import fr.preau.testing.Visitor;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A centre with activities, and how everybody reads of them. The clock stands at Sunday, 22 November 2026. */
@PageTest
abstract class CataloguePages {

    @Autowired
    private ApplicationContext application;
    @Autowired
    TestCentres centres;
    @Autowired
    private TestClock clock;
    @LocalServerPort
    private int port;

    CatalogueSamples samples;
    Visitor visitor;
    CentreRecord here;

    @BeforeEach
    void aCentre() {
        clock.set(Instant.parse("2026-11-22T09:00:00Z"));
        samples = new CatalogueSamples(application);
        visitor = new Visitor(port);
        here = centres.open();
    }

    @AfterEach
    void rightTheClock() {
        clock.reset();
    }

    List<String> titles(String question) {
        return list(question).select(".card h2").eachText();
    }

    Document list(String question) {
        var answer = visitor.get(path(question));
        assertThat(answer.status()).isEqualTo(200);
        return answer.page();
    }

    Document sheet(String slug) {
        var answer = visitor.get(path("/" + slug));
        assertThat(answer.status()).as(slug).isEqualTo(200);
        return answer.page();
    }

    String path(String rest) {
        return "/centres/" + here.slug() + "/activites" + rest;
    }
}
