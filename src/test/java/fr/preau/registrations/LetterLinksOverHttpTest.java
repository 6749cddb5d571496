package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.testing.FirstVisit;
import fr.preau.testing.PageTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody may send to the pages behind our letters, over HTTP: never a failure of ours, and nothing changed. */
@PageTest
class LetterLinksOverHttpTest {

    private static final String MUCH = "a".repeat(2_000_000);

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService families;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private Registrations rows;
    @Autowired
    private RetriedTransaction transactions;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Clock clock;
    @LocalServerPort
    private int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private CentreRecord centre;
    private UUID registration;
    private String page;

    @BeforeEach
    void aLetterWithALink() {
        var town = new Town(centres, households, families, database, clock);
        centre = town.centre();
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        family.signIn();
        var token = LetterToken.next();
        CurrentCentre.runIn(centre.id(), () -> {
            var done = (RegisterOutcome.Registered) registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(),
                    List.of(family.person()), Set.of(group.session()), PartyRule.WHO_CAN));
            registration = done.answers().getFirst().registration();
            transactions.run(() -> rows.add(new LetterToken(token, LetterToken.Purpose.CANCEL, done.request(), clock.instant(),
                    clock.instant().plus(Duration.ofDays(2)))));
        });
        SignIn.out();
        page = "/centres/" + centre.slug() + "/annuler/" + token;
    }

    @Test
    void twoMegabytesInAFieldAreRefusedWithWordsAndChangeNothing() throws Exception {
        for (String body : List.of("qui=" + MUCH, "other=" + MUCH, "qui=x", "qui=%00", "qui=" + UUID.randomUUID())) {
            assertKind(post(page, body));
            assertKind(post(page + "/retablir", body));
            assertKind(post("/centres/" + centre.slug() + "/place/abc", body.replace("qui", "answer")));
        }
        assertKind(post(page, ""));
        assertThat(state()).isEqualTo("CONFIRMED");
        assertThat(post(page, "qui=" + registration).statusCode()).isEqualTo(200);
        assertThat(state()).as("and the link still works").isEqualTo("CANCELLED_BY_FAMILY");
    }

    @Test
    void thePageBehindALetterIsAsLightAsThePublicOnes() {
        var visitor = new Visitor(port);
        FirstVisit.isLight(visitor, page);
        FirstVisit.isLight(visitor, "/centres/" + centre.slug() + "/annuler/nulle-part");
    }

    @Test
    void longAndOddAddressesAndSearchesAreMetWithWords() throws Exception {
        String list = "/centres/" + centre.slug() + "/activites";
        for (String address : List.of(list + "?mots=" + "a".repeat(6_000), list + "?mots=%3Cscript%3Ealert(1)%3C/script%3E", list + "?mots=%00",
                list + "?mots=%0D%0ASet-Cookie:x=1", list + "?page=99999999999&age=-1&jour=x", "/centres/" + centre.slug() + "/annuler/" + "a".repeat(5_000),
                "/centres/" + centre.slug() + "/place/%00", "/centres/" + "a".repeat(5_000))) {
            var answer = get(address);
            assertThat(answer.statusCode()).as(address.substring(0, Math.min(60, address.length()))).isLessThan(500);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body()).doesNotContain("<script>alert(1)");
        }
        assertThat(get(list + "?mots=" + "a".repeat(100_000)).statusCode()).isBetween(400, 499);
    }

    private void assertKind(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isLessThan(500);
        var read = Jsoup.parse(answer.body());
        assertThat(read.select("h1").text()).as("words for %s", answer.statusCode()).isNotBlank();
        assertThat(read.text()).doesNotContain("Exception", "aaaaaaaaaaaaaaaaaaaa");
    }

    private String state() {
        return database.sql("SELECT state FROM registration WHERE id = :id").param("id", registration).query(String.class).single();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html").header("Accept-Language", "fr")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html").header("Accept-Language", "fr")
                .GET().build(), BodyHandlers.ofString());
    }
}
