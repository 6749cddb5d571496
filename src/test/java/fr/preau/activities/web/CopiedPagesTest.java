package fr.preau.activities.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.CatalogueSamples;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Occupancy;
import fr.preau.activities.PlacesService;
import fr.preau.activities.PublishingService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PageTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import fr.preau.testing.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages that are answered from copies, as in a centre: what changes is seen all the same. */
@PageTest
@TestPropertySource(properties = "preau.page-copies=2s")
class CopiedPagesTest {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private PlacesService places;
    @Autowired
    private PublishingService publishing;
    @Autowired
    private PlatformTransactionManager transactions;
    @LocalServerPort
    private int port;

    private CentreRecord here;
    private String activity;

    @BeforeEach
    void aPageThatHasBeenRead() {
        clock.set(Instant.parse("2026-11-22T09:00:00Z"));
        here = centres.open();
        activity = new CatalogueSamples(application).titled("Cuisine du monde").places(12, 10, 0).in(here);
        assertThat(page()).contains("Il reste 2 places");
    }

    @AfterEach
    void rightTheClock() {
        clock.reset();
        SignIn.out();
    }

    @Test
    void aPlaceThatIsTakenShowsAfterAMoment() {
        CurrentCentre.runIn(here.id(), this::oneMoreIsTaken);
        clock.pass(Duration.ofSeconds(2));
        assertThat(page()).contains("Il reste 1 place");
    }

    @Test
    void whatTheStaffStopsShowsAtOnce() {
        SignIn.as(here.id(), Role.ANIMATOR);
        CurrentCentre.runIn(here.id(), () -> publishing.suspend(catalogue.shownSheet(activity).orElseThrow().id(), "Travaux"));
        assertThat(page()).contains("Travaux");
    }

    private void oneMoreIsTaken() {
        var group = catalogue.shownSheet(activity).orElseThrow().groups().getFirst();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            places.lock(List.of(group.id()));
            places.recordOccupancy(List.of(new Occupancy(group.sessions().getFirst().id(), new Occupancy.People(11, 0, 0))));
        });
    }

    private String page() {
        return new Visitor(port).get("/centres/" + here.slug() + "/activites/" + activity).page().text();
    }
}
