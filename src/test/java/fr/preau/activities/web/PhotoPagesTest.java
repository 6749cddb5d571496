package fr.preau.activities.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Outcome;
import fr.preau.activities.Photo;
import fr.preau.activities.photos.PhotoOutcome;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.Budgets;
import fr.preau.testing.PageTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import fr.preau.testing.TestPhotos;
import fr.preau.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

/** The photo of an activity, as everybody sees it and as nobody may. */
@PageTest
class PhotoPagesTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private ActivityService service;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private PhotoService photos;
    @Autowired
    private TestClock clock;
    @LocalServerPort
    private int port;
    private Visitor visitor;
    private CentreRecord here;
    private Photo photo;

    @BeforeEach
    void aPhotoThatIsKept() throws IOException {
        visitor = new Visitor(port);
        here = centres.open();
        SignIn.as(here.id(), Role.ANIMATOR);
        photo = send(here, TestPhotos.taken(1600, 1200, 1)).told("Quatre personnes épluchent des légumes");
    }

    @AfterEach
    void nobody() {
        SignIn.out();
        clock.reset();
    }

    @Test
    void theSheetShowsItWithWordsAndAPlaceOfItsOwnSize() {
        var sheet = activities.titled("Cuisine du monde").photo(photo).in(here.id());
        var page = visitor.get("/centres/" + here.slug() + "/activites/" + sheet.slug()).page();

        var image = page.select("img.photo").first();
        assertThat(image.attr("alt")).isEqualTo("Quatre personnes épluchent des légumes");
        assertThat(image.attr("loading")).isEqualTo("lazy");
        assertThat(image.attr("width") + "x" + image.attr("height")).isEqualTo("960x720");
        assertThat(image.attr("src")).isEqualTo(path(480));
        assertThat(image.attr("srcset")).isEqualTo(path(480) + " 480w, " + path(960) + " 960w");
        assertThat(page.select("meta[property=og:image]").attr("content")).endsWith(path(960));
        assertThat(page.select("script[type=application/ld+json]").html()).contains("\"image\":\"https://preau.example" + path(960) + "\"");
        var files = page.select("link[rel=stylesheet], link[rel=preload], link[rel=icon], use, img").stream()
                .map(one -> (one.attr("href") + one.attr("src")).replaceFirst("#.*", "")).distinct().count();
        assertThat(files + 1).as("requests").isLessThanOrEqualTo(Budgets.of("public", "requests"));
        assertThat(visitor.get("/centres/" + here.slug() + "/activites").page().select("img")).as("a list stays light").isEmpty();
    }

    @Test
    void itsFileIsSentOnceAndAskedForAgainAfterAWhileByItsHashAlone() {
        activities.titled("Cuisine du monde").photo(photo).in(here.id());
        var file = visitor.get(path(480));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(file.header("Cache-Control")).isEqualTo("max-age=3600, must-revalidate, public");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(file.sent().length).isLessThan(45_000);
        assertThat(visitor.get(path(480), "If-None-Match", file.header("ETag")).status()).isEqualTo(304);
        assertThat(visitor.get(path(100)).status()).isEqualTo(404);
        assertThat(visitor.get(path(480).replace(photo.hash(), "0".repeat(32))).status()).isEqualTo(404);
    }

    @Test
    void whatNobodyShowsIsNotSeen() {
        assertThat(visitor.get(path(480)).status()).as("sent and not yet used").isEqualTo(404);
        in(here, () -> service.create(activities.titled("Brouillon").photo(photo).input()));
        assertThat(visitor.get(path(480)).status()).as("a draft").isEqualTo(404);
        var sheet = activities.titled("Cuisine du monde").photo(photo).in(here.id());
        assertThat(visitor.get(path(480)).status()).isEqualTo(200);
        assertThat(in(here, () -> service.change(sheet.id(), sheet.version(), activities.titled("Cuisine du monde").input()))).isInstanceOf(Outcome.Done.class);
        assertThat(visitor.get(path(480)).status()).as("taken away").isEqualTo(404);
    }

    @Test
    void aBrowserThatHasAPhotoWhichWasTakenAwayOrReplacedHearsOfItWhenItAsksAgain() throws IOException {
        var sheet = activities.titled("Cuisine du monde").photo(photo).in(here.id());
        String kept = visitor.get(path(480)).header("ETag");
        var other = send(here, TestPhotos.jpeg(700, 500)).told("Une table");
        assertThat(other.hash()).as("another photo has another address").isNotEqualTo(photo.hash());
        in(here, () -> service.change(sheet.id(), sheet.version(), activities.titled("Cuisine du monde").photo(other).input()));

        var again = visitor.get(path(480), "If-None-Match", kept);

        assertThat(again.status()).as("not 304: it is gone").isEqualTo(404);
        assertThat(again.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable", "31536000");
    }

    @Test
    void anotherCentreHasItNot() {
        activities.titled("Cuisine du monde").photo(photo).in(here.id());
        var other = centres.open();
        assertThat(visitor.get(path(480).replace(here.slug(), other.slug())).status()).isEqualTo(404);
        SignIn.as(other.id(), Role.ANIMATOR);
        assertThat(in(other, () -> photos.look(photo.hash(), 480))).isEmpty();
        var stolen = in(other, () -> service.create(activities.titled("Pris ailleurs").photo(photo).input()));
        assertThat(stolen).isInstanceOfSatisfying(Outcome.NotYet.class, notYet -> assertThat(notYet.problems().getFirst().reason()).isEqualTo("photo-gone"));
    }

    @Test
    void wordsAreAskedForAndNotEndless() {
        for (String words : new String[] {"", "  ", "a".repeat(Photo.ALT + 1)}) {
            ActivityInput input = activities.titled("Cuisine").photo(photo.told(words)).input();
            assertThat(in(here, () -> service.create(input))).isInstanceOf(Outcome.NotYet.class);
        }
    }

    @Test
    void aCopyShowsTheSamePhoto() {
        var sheet = activities.titled("Cuisine").photo(photo).in(here.id());
        var copy = in(here, () -> service.duplicate(sheet.id(), "Cuisine bis")) instanceof Outcome.Done done ? done.activityId() : null;
        assertThat(in(here, () -> catalogue.find(copy)).map(ActivitySheet::photo)).contains(photo);
    }

    @Test
    void theSamePhotoIsKeptOnceAndAnUnusedOneNotForEver() throws IOException {
        var used = send(here, TestPhotos.jpeg(700, 500)).told("Une table");
        activities.titled("Cuisine").photo(used).in(here.id());
        assertThat(send(here, TestPhotos.taken(1600, 1200, 1)).hash()).isEqualTo(photo.hash());
        clock.pass(Duration.ofDays(31));
        send(here, TestPhotos.png(400, 300));
        assertThat(in(here, () -> photos.look(photo.hash(), 480))).as("nobody used it").isEmpty();
        assertThat(in(here, () -> photos.look(used.hash(), 480))).isPresent();
    }

    @Test
    void whatIsTooHeavyOrNoPhotoIsRefusedAndReceptionSendsNone() throws IOException {
        assertThat(sent(here, new byte[PhotoService.MOST_MEGABYTES * 1_000_000 + 1])).isEqualTo(new PhotoOutcome.Refused(PhotoOutcome.Reason.TOO_HEAVY));
        assertThat(sent(here, "<svg/>".getBytes())).isEqualTo(new PhotoOutcome.Refused(PhotoOutcome.Reason.UNREADABLE));
        assertThat(sent(here, TestPhotos.heic())).isEqualTo(new PhotoOutcome.Refused(PhotoOutcome.Reason.TELEPHONE_FORMAT));
        SignIn.as(here.id(), Role.RECEPTION);
        assertThatThrownBy(() -> sent(here, TestPhotos.png(400, 300))).isInstanceOf(AccessDeniedException.class);
    }

    private Photo send(CentreRecord centre, byte[] bytes) throws IOException {
        return ((PhotoOutcome.Kept) sent(centre, bytes)).photo();
    }

    private PhotoOutcome sent(CentreRecord centre, byte[] bytes) throws IOException {
        return CurrentCentre.<PhotoOutcome, IOException>in(centre.id(), () -> photos.keep(new ByteArrayInputStream(bytes)));
    }

    private static <T> T in(CentreRecord centre, Supplier<T> work) {
        return CurrentCentre.in(centre.id(), work::get);
    }

    private String path(int width) {
        return "/centres/" + here.slug() + "/photos/" + photo.hash() + "-" + width + ".jpg";
    }
}
