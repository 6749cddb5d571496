package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A visitor of the demonstration reads the letters, without signing in. */
@PreauTest
@TestPropertySource(properties = {"preau.demo=true", "preau.demo-story=false"})
@Import(TestWriter.class)
class LocalMailboxTest {

    @Autowired
    Outbox outbox;
    @Autowired
    PostRound round;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    TestCentres centres;
    @Autowired
    TestWriter writer;
    @Autowired
    JdbcClient database;
    private MockMvc web;
    private CentreRecord centre;

    @BeforeEach
    void aCentreAndABrowser(@Autowired WebApplicationContext application) {
        TestDatabase.empty();
        writer.reset();
        centre = centres.open();
        web = MockMvcBuilders.webAppContextSetup(application).apply(SecurityMockMvcConfigurers.springSecurity()).build();
    }

    @Test
    void anEmptyMailboxSaysHowToFillIt() throws Exception {
        assertThat(page("/demo/courrier")).contains("Pas encore de message", "Démonstration, données fictives");
    }

    @Test
    void lettersArriveNewestFirstAndCanBeRead() throws Exception {
        send("Samira", Letter.titled("Premier"));
        send("<script>alert(1)</script>", Letter.titled("Second <b>").paragraph("<img src=x>").button("Entrer", "https://preau.example/entrer?a=1&b=2"));

        assertThat(page("/demo/courrier")).containsSubsequence("Second &lt;b&gt;", "Premier").doesNotContain("<script", "Second <b>");
        var address = "/demo/courrier/" + database.sql("SELECT id FROM local_mail WHERE title LIKE 'Second%'").query(UUID.class).single();
        assertThat(page(address)).contains("<iframe", "sandbox=\"allow-top-navigation-by-user-activation\"",
                "href=\"https://preau.example/entrer?a=1&amp;b=2\"", "Démonstration").doesNotContain("<script", "<img");
    }

    @Test
    void aMessageIsShownWhereItCanDoNothing() throws Exception {
        send("Samira", Letter.titled("Premier").button("Entrer", "https://preau.example/entrer"));
        var address = "/demo/courrier/" + database.sql("SELECT id FROM local_mail").query(UUID.class).single();

        web.perform(get(address + "/message")).andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", Matchers.allOf(Matchers.startsWith("sandbox allow-top-navigation-by-user-activation;"),
                        Matchers.containsString("default-src 'none'"), Matchers.containsString("frame-ancestors 'self'"),
                        Matchers.not(Matchers.containsString("script")))));
        assertThat(page(address + "/message")).contains("<base target=\"_top\">", "https://preau.example/entrer");
        web.perform(get(address)).andExpect(cookie().doesNotExist("JSESSIONID"))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("frame-src 'self'")));
    }

    @Test
    void theDatesCanBeTakenAlong() throws Exception {
        var start = Instant.parse("2027-01-13T13:00:00Z");
        send("Samira", Letter.titled("Inscription").invitation(new Invitation(Invitation.Purpose.PUBLISH, List.of(new Invitation.Entry("x", 0,
                "Atelier", start, start.plusSeconds(3600), ZoneId.of("Europe/Paris"), "Salle", null)))));
        var id = database.sql("SELECT id FROM local_mail").query(UUID.class).single();

        assertThat(page("/demo/courrier/" + id)).contains("Ajouter à mon agenda");
        assertThat(page("/demo/courrier/" + id + "/preau.ics")).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void aLetterThatIsNotThereIsNotFound() throws Exception {
        web.perform(get("/demo/courrier/" + Ids.next())).andExpect(status().isNotFound());
    }

    @Test
    void theMailboxIsPaged() throws Exception {
        for (int i = 0; i < LocalMailbox.PAGE + 1; i++) {
            send("Samira", Letter.titled("Lettre " + i));
        }

        assertThat(page("/demo/courrier")).contains("Suivant").doesNotContain("Lettre 0<");
        assertThat(page("/demo/courrier?page=2")).contains("Lettre 0<", "Précédent").doesNotContain("Lettre 5<");
        assertThat(page("/demo/courrier?page=99")).contains("Lettre 0<");
    }

    private String page(String address) throws Exception {
        return web.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void send(String name, Letter letter) {
        writer.words = envelope -> Optional.of(letter);
        CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> outbox.post(new Envelope(Ids.next().toString(), "test.news", Ids.next(),
                new Recipient(new EmailAddress("samira@example.org"), name)))));
        assertThat(round.sendDue()).isEqualTo(1);
    }
}
