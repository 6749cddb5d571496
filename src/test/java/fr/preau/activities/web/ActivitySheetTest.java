package fr.preau.activities.web;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Audience;
import fr.preau.activities.Category;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The page of one activity: what one has to know of it, and the one thing that one can do. */
class ActivitySheetTest extends CataloguePages {

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
        assertThat(sheet("sortie").select("aside").text()).contains("Inscriptions à partir du lundi 30 novembre à 9 h");
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
}
