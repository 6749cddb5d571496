package fr.preau.activities.web;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Audience;
import fr.preau.activities.CatalogueSamples;
import fr.preau.activities.CatalogueSamples.Sample;
import fr.preau.activities.Category;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PageTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import fr.preau.testing.Visitor;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What everybody reads about the activities of a centre. The clock stands at Sunday, 22 November 2026. */
@PageTest
class CataloguePagesTest {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @LocalServerPort
    private int port;

    private CatalogueSamples samples;
    private Visitor visitor;
    private CentreRecord here;

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

    // The list

    @Test
    void aCardSaysWhenForWhomAndHowManyPlaces() {
        samples.titled("Cuisine du monde").on("14:00", 150, DayOfWeek.WEDNESDAY).weeks(10).forPeople(Audience.aged(6, null).accompanied())
                .places(12, 9, 0).in(here);

        var card = list("").selectFirst(".card");

        assertThat(card.select("h2").text()).isEqualTo("Cuisine du monde");
        assertThat(card.select(".when").text()).isEqualTo("Mercredi à 14 h, en famille, à partir de 6 ans");
        assertThat(card.select(".places.few").text()).isEqualTo("Il reste 3 places");
        assertThat(card.select("h2 a").attr("href")).isEqualTo("/centres/" + here.slug() + "/activites/cuisine-du-monde");
        assertThat(card.hasClass("t-brick")).isTrue();
    }

    @Test
    void placesAreSaidInWordsInEveryState() {
        assertThat(placesOf(samples.titled("A").places(12, 2, 0))).isEqualTo("Il reste des places");
        assertThat(placesOf(samples.titled("B").places(12, 11, 0))).isEqualTo("Il reste 1 place");
        assertThat(placesOf(samples.titled("C").places(10, 10, 4))).isEqualTo("Complet : 4 personnes attendent");
        assertThat(placesOf(samples.titled("D").places(10, 10, 1))).isEqualTo("Complet : 1 personne attend");
        assertThat(placesOf(samples.titled("E").places(10, 10, 0))).isEqualTo("Complet");
        assertThat(placesOf(samples.titled("F").dropIn())).isEqualTo("Sans inscription");
        assertThat(placesOf(samples.titled("G").opens(Instant.parse("2026-11-30T08:00:00Z")))).isEqualTo("Inscriptions à partir de lundi 30 novembre à 9 h");
        assertThat(placesOf(samples.titled("H").suspended("Travaux"))).isEqualTo("En pause");
    }

    @Test
    void chipsAreLinksThatKeepWhatWasChosenAndASecondClickTakesItAway() {
        samples.titled("Foot").on("10:00", 60, DayOfWeek.SATURDAY).forPeople(Audience.aged(8, 11)).in(here);
        samples.titled("Lecture").on("10:00", 60, DayOfWeek.WEDNESDAY).forPeople(Audience.aged(6, 10)).in(here);
        samples.titled("Gym douce").on("10:00", 60, DayOfWeek.WEDNESDAY).forPeople(Audience.aged(55, null)).in(here);

        assertThat(titles("?public=enfants")).containsExactlyInAnyOrder("Foot", "Lecture");
        assertThat(titles("?public=adultes")).containsExactly("Gym douce");
        assertThat(titles("?public=enfants&jour=mercredi")).containsExactly("Lecture");
        assertThat(titles("?age=9")).containsExactlyInAnyOrder("Foot", "Lecture");

        var page = list("?public=enfants&jour=mercredi");
        assertThat(page.select(".chip[aria-current=true]").eachText()).containsExactly("Enfants", "Mercredi");
        assertThat(page.select(".chip:contains(Enfants)").attr("href")).isEqualTo(path("?jour=mercredi"));
        assertThat(page.select(".chip:contains(Ados)").attr("href")).isEqualTo(path("?public=ados&jour=mercredi"));
        assertThat(page.select(".chip:contains(Tout)").attr("href")).isEqualTo(path(""));
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
    }

    @Test
    void onlyWhatHasPlacesOrNeedsNoneWhenOneAsksForPlaces() {
        samples.titled("Plein").places(3, 3, 1).in(here);
        samples.titled("Libre").places(3, 1, 0).in(here);
        samples.titled("Ouvert").dropIn().in(here);

        assertThat(titles("?places=oui")).containsExactlyInAnyOrder("Libre", "Ouvert");
    }

    @Test
    void wordsAreFoundWithoutAccentsInAnyOrder() {
        samples.titled("Théâtre des enfants").in(here);
        samples.titled("Couture").in(here);

        var page = list("?mots=enfants+theatre");

        assertThat(page.select(".card h2").eachText()).containsExactly("Théâtre des enfants");
        assertThat(page.select("input[name=mots]").val()).isEqualTo("enfants theatre");
        assertThat(page.select("form[role=search]").attr("action")).isEqualTo(path(""));
    }

    @Test
    void whatFewAskForIsFoldedUntilItIsInUseAndBelongsToTheSameQuestion() {
        samples.titled("Couture").in(here);

        var page = list("?public=ados&mots=couture");
        assertThat(page.select("details.fold").hasAttr("open")).isFalse();
        assertThat(page.select(".chip").eachText()).containsExactly("Tout", "Enfants", "Ados", "Adultes", "En famille", "Mercredi", "Il reste des places");
        assertThat(page.select("details .chip").eachText()).containsExactly("En famille", "Mercredi", "Il reste des places");
        assertThat(page.select("details :is(input, select, button)").eachAttr("form")).hasSize(3).containsOnly(page.select("form[role=search]").attr("id"));
        for (var used : List.of("?public=famille", "?jour=lundi", "?places=oui", "?age=9")) {
            assertThat(list(used).select("details.fold").hasAttr("open")).as(used).isTrue();
        }
    }

    @Test
    void fromASheetOneGoesBackToWhatWasSought() {
        samples.titled("Couture").in(here);
        String sought = "?jour=mercredi&mots=%C3%A0+la+main+%26";

        assertThat(list("").select(".card h2 a").attr("href")).isEqualTo(path("/couture"));
        assertThat(list("?mots=couture").select(".card h2 a").attr("href")).isEqualTo(path("/couture?mots=couture"));
        var page = sheet("couture" + sought);
        assertThat(page.select("a.back").attr("href")).isEqualTo(path(sought));
        assertThat(page.select("a.back").text()).isEqualTo("Revenir à ma recherche");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://preau.example" + path("/couture"));
        assertThat(sheet("couture").select("a.back").attr("href")).isEqualTo(path(""));
        assertThat(sheet("couture?mots=&jour=jamais").select("a.back").text()).isEqualTo("Toutes les activités");
    }

    @Test
    void whatIsNotUnderstoodInTheAddressIsLeftOut() {
        samples.titled("Couture").in(here);

        assertThat(titles("?public=martiens&age=abc&jour=demain&places=&page=-4")).containsExactly("Couture");
        assertThat(titles("?page=9999")).containsExactly("Couture");
        assertThat(titles("?age=99999999999999999999")).containsExactly("Couture");
        assertThat(titles("?mots=" + "%25".repeat(300))).containsExactly("Couture");
        assertThat(visitor.get(path("?mots=%F0%9F%8D%B2%00%3Cscript%3E")).status()).isEqualTo(200);
    }

    @Test
    void nothingFoundOffersANextStep() {
        samples.titled("Couture").in(here);

        var page = list("?mots=poterie");

        assertThat(page.select(".empty h2").text()).isEqualTo("Rien de tel pour le moment");
        assertThat(page.select(".empty a.btn").attr("href")).isEqualTo(path(""));
        assertThat(centres.open()).satisfies(empty -> assertThat(visitor.get("/centres/" + empty.slug() + "/activites").page()
                .select(".empty a.btn").attr("href")).isEqualTo("/centres/" + empty.slug() + "#nous-trouver"));
    }

    @Test
    void aLongListIsPagedAndKeepsItsFilters() {
        for (int number = 10; number < 40; number++) {
            samples.titled("Atelier " + number).in(here);
        }
        samples.titled("Autre chose").in(here);

        var first = list("?mots=atelier");
        var second = list("?mots=atelier&page=2");

        assertThat(first.select(".card")).hasSize(24);
        assertThat(first.select(".count").text()).isEqualTo("30 activités");
        assertThat(first.select(".pager a[rel=next]").attr("href")).isEqualTo(path("?mots=atelier&page=2"));
        assertThat(first.select(".pager a[rel=prev]")).isEmpty();
        assertThat(second.select(".card")).hasSize(6);
        assertThat(second.select(".pager a[rel=prev]").attr("href")).isEqualTo(path("?mots=atelier"));
        assertThat(first.select(".card h2").eachText()).doesNotContainAnyElementsOf(second.select(".card h2").eachText());
    }

    @Test
    void draftsCancelledAndPastActivitiesAreNotInTheList() {
        samples.titled("Brouillon").draft().in(here);
        samples.titled("Annulé").cancelled("Trop peu d’inscrits").in(here);
        samples.titled("Passé").over().in(here);
        samples.titled("Visible").in(here);

        assertThat(titles("")).containsExactly("Visible");
        assertThat(visitor.get(path("/brouillon")).status()).isEqualTo(404);
    }

    // The sheet

    @Test
    void aSheetSaysWhatOneNeedsToKnowAndHasOneButton() {
        samples.titled("Cuisine du monde").summary("Une famille montre un plat.").description("On épluche.\n\nOn mange.")
                .on("14:00", 150, DayOfWeek.WEDNESDAY).weeks(10).forPeople(Audience.aged(6, null).accompanied()).places(12, 9, 0).in(here);

        var page = sheet("cuisine-du-monde");

        assertThat(page.title()).isEqualTo("Cuisine du monde · " + here.shortName());
        assertThat(page.select("h1").text()).isEqualTo("Cuisine du monde");
        assertThat(page.select(".facts b").eachText()).containsExactly("Le mercredi, de 14 h à 16 h 30", "En famille, à partir de 6 ans",
                "Grande cuisine, rez-de-chaussée", "2 € par personne", "À apporter");
        assertThat(page.select(".facts").text()).contains("Demandez-nous si c’est difficile", "accessible en fauteuil", "Un tablier");
        assertThat(page.select("aside .places").text()).isEqualTo("Il reste 3 places");
        assertThat(page.select("aside h2").text()).isEqualTo("Prochaine séance : mercredi 25 novembre à 14 h");
        assertThat(page.select("a.btn.go").eachText()).containsExactly("Je m’inscris");
        assertThat(page.select("a.btn.go").attr("href")).isEqualTo("/app/" + here.slug() + "/inscription/cuisine-du-monde");
        assertThat(page.select("aside").text()).contains(spaced("Vous préférez parler à quelqu’un ? Appelez le 03 20 00 00 00, ou passez à l’accueil."));
        assertThat(page.select("aside a[href^=tel]").attr("href")).isEqualTo("tel:+33320000000");
        // On paper: a square for a camera, and the same address for who types.
        assertThat(page.select(".print-only svg path").attr("d")).isNotEmpty();
        assertThat(page.select(".print-only").text()).endsWith("https://preau.example/centres/" + here.slug() + "/activites/cuisine-du-monde");
        assertThat(page.select(".prose p").eachText()).containsExactly("On épluche.", "On mange.");
        assertThat(page.select(".roll li")).hasSize(6);
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo("https://preau.example" + path("/cuisine-du-monde"));
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Cuisine du monde");
    }

    @Test
    void whereTheTeamAnswersTheButtonAsksAndPromisesNoPlace() {
        samples.titled("Séjour").byApproval().places(10, 10, 4).in(here);

        var page = sheet("sejour");

        assertThat(page.select("a.btn.go").text()).isEqualTo("Je fais une demande");
        assertThat(page.select("aside").text()).contains("L’équipe lit chaque demande et vous répond. Vous avez une place quand elle dit oui.");
    }

    @Test
    void aFullActivityOffersTheWaitingListAndSaysHowItMoves() {
        samples.titled("Foot en salle").weeks(4).wholeSeries().places(10, 10, 4).in(here);

        var page = sheet("foot-en-salle");

        assertThat(page.select("aside .places.full").text()).isEqualTo("Complet : 4 personnes attendent");
        assertThat(page.select("a.btn.go").text()).isEqualTo("Je me mets sur la liste d’attente");
        assertThat(page.select("aside").text()).contains("proposée à la première personne de la liste", "Une inscription vaut pour toutes les séances");
    }

    @Test
    void whatCannotBeJoinedHasNoButtonToRegister() {
        samples.titled("Jardin").dropIn().in(here);
        samples.titled("Sortie").opens(Instant.parse("2026-11-30T08:00:00Z")).in(here);
        samples.titled("Pause").suspended("l’animatrice est en congé").in(here);
        samples.titled("Fini").over().in(here);
        samples.titled("Tombé").cancelled("trop peu d’inscrits").in(here);

        for (var slug : List.of("jardin", "sortie", "pause", "fini", "tombe")) {
            assertThat(sheet(slug).select("main a[href^=/app]")).as(slug).isEmpty();
        }
        assertThat(sheet("jardin").select("aside").text()).contains("Sans inscription", "Venez directement");
        assertThat(sheet("sortie").select("aside").text()).contains("Inscriptions à partir de lundi 30 novembre à 9 h");
        assertThat(sheet("pause").select(".notice.warn").text()).contains("l’animatrice est en congé", "gardent leur place");
        assertThat(sheet("tombe").select(".notice.bad[role=alert]").text()).isEqualTo("Cette activité est annulée : trop peu d’inscrits");
    }

    @Test
    void aCancelledSessionIsShownWithItsReason() {
        samples.titled("Cuisine").weeks(3).firstSessionCancelled().in(here);

        assertThat(sheet("cuisine").select(".roll li").first().text())
                .isEqualTo("Mercredi 25 novembre, de 14 h à 16 h 30 Annulée : Fuite d’eau");
    }

    @Test
    void nothingThatPeopleTypedBecomesMarkup() {
        String bad = "<script>alert(1)</script> & </title>";
        String slug = samples.titled(bad).summary("\"><img src=x onerror=alert(1)>").description("</script><b>gras</b>").at("<i>ici</i>", bad).bring(bad)
                .costs(bad).suspended(bad).in(here);

        for (var page : List.of(list(""), sheet(slug), visitor.get("/centres/" + here.slug()).page())) {
            assertThat(page.select("script:not([type=application/ld+json]), img, [onerror], main b b, i")).isEmpty();
            assertThat(page.text()).contains("<script>alert(1)</script> & </title>");
        }
        assertThat(sheet(slug).select("h1").text()).isEqualTo(bad);
    }

    @Test
    void theNextSessionsAreThereForMachinesAsEvents() {
        samples.titled("Num & </script>").about(Category.DIGITAL).weeks(5).firstSessionCancelled().in(here);

        var script = sheet("num-script").select("script[type=application/ld+json]");
        var events = JsonMapper.builder().build().readTree(script.html()).get("@graph");

        assertThat(events).hasSize(3);
        assertThat(events.get(0).get("@type").asString()).isEqualTo("Event");
        assertThat(events.get(0).get("name").asString()).isEqualTo("Num & </script>");
        assertThat(events.get(0).get("startDate").asString()).isEqualTo("2026-11-25T14:00+01:00");
        assertThat(events.get(0).get("eventStatus").asString()).isEqualTo("https://schema.org/EventCancelled");
        assertThat(events.get(1).get("eventStatus").asString()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(events.get(0).get("location").get("address").get("addressCountry").asString()).isEqualTo("FR");
    }

    @Test
    void anotherCentresActivityIsNotFoundHere() {
        var there = centres.open();
        String slug = samples.titled("Chez les voisins").in(there);

        assertThat(visitor.get("/centres/" + there.slug() + "/activites/" + slug).status()).isEqualTo(200);
        assertThat(visitor.get(path("/" + slug)).status()).isEqualTo(404);
        assertThat(titles("")).doesNotContain("Chez les voisins");
    }

    private String placesOf(Sample sample) {
        var own = centres.open();
        sample.in(own);
        return visitor.get("/centres/" + own.slug() + "/activites").page().select(".card .places").text();
    }

    private List<String> titles(String question) {
        return list(question).select(".card h2").eachText();
    }

    private org.jsoup.nodes.Document list(String question) {
        var answer = visitor.get(path(question));
        assertThat(answer.status()).isEqualTo(200);
        return answer.page();
    }

    private org.jsoup.nodes.Document sheet(String slug) {
        var answer = visitor.get(path("/" + slug));
        assertThat(answer.status()).as(slug).isEqualTo(200);
        return answer.page();
    }

    private String path(String rest) {
        return "/centres/" + here.slug() + "/activites" + rest;
    }
}
