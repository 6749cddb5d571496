package fr.preau.activities.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Audience;
import fr.preau.activities.CatalogueSamples.Sample;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of a centre’s activities: what a card says, and how one finds what one looks for. */
class CatalogueListTest extends CataloguePages {

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
        assertThat(placesOf(samples.titled("G").opens(Instant.parse("2026-11-30T08:00:00Z")))).isEqualTo("Inscriptions à partir du lundi 30 novembre à 9 h");
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

    private String placesOf(Sample sample) {
        var own = centres.open();
        sample.in(own);
        return visitor.get("/centres/" + own.slug() + "/activites").page().select(".card .places").text();
    }
}
