package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import com.icegreen.greenmail.util.GreenMailUtil;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at the reader's. */
class LetterPrinterTest extends MessagingTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aMessageComesFromTheCentreAndAnswersGoThere() throws Exception {
        var message = send(letter("a"));

        var from = (InternetAddress) message.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo(centre.name());
        assertThat(from.getAddress()).isEqualTo("ne-pas-repondre@preau.example");
        assertThat(message.getReplyTo()).containsExactly(new InternetAddress(centre.contact().email()));
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("fr");
    }

    @Test
    void theSameWordsStandInHtmlAndInText() throws Exception {
        var message = send(letter("a"));

        for (String type : List.of("text/plain", "text/html")) {
            assertThat(part(message, type)).as(type).contains("Bonjour Samira Benali,", "Lina est inscrite.",
                    "mercredi 14 janvier 2026 à 14 h", "https://preau.example/app/belencontre/mes-inscriptions",
                    "Voir mon inscription", centre.name(), "59200 Tourcoing", "03 20 00 00 00");
        }
        assertThat(part(message, "text/html")).contains("lang=\"fr\"").doesNotContain("<script", "<img", "th:text");
    }

    @Test
    void theSpacesOfFrenchPrintArriveInSubjectHtmlTextAndCalendar() throws Exception {
        var words = "Séance déplacée\u00a0: «\u202fChant\u202f» à 14\u00a0h\u202f!";
        var entry = new Invitation.Entry("x", 0, words, Instant.parse("2027-01-13T13:00:00Z"), Instant.parse("2027-01-13T15:00:00Z"), PARIS,
                "Salle", null);
        writer.words = envelope -> Optional.of(Letter.titled(words).paragraph(words)
                .invitation(new Invitation(Invitation.Purpose.PUBLISH, List.of(entry))));

        var message = send(letter("a"));

        assertThat(message.getSubject()).isEqualTo(words);
        assertThat(part(message, "text/plain")).contains(words);
        assertThat(Jsoup.parse(part(message, "text/html")).select("h1").first().wholeText()).isEqualTo(words);
        assertThat(Biweekly.parse(part(message, "text/calendar")).first().getEvents().getFirst().getSummary().getValue()).isEqualTo(words);
    }

    @Test
    void severalThingsOfOneKindAreALineEach() throws Exception {
        writer.words = envelope -> Optional.of(Letter.titled("Dates").list(List.of("mardi 2 mars", "mardi 9 mars (<b>Lina</b>)")));

        var message = send(letter("a"));

        assertThat(Jsoup.parse(part(message, "text/html")).select("ul > li").eachText()).containsExactly("mardi 2 mars", "mardi 9 mars (<b>Lina</b>)");
        assertThat(part(message, "text/plain")).contains("- mardi 2 mars").contains("- mardi 9 mars (<b>Lina</b>)");
    }

    @Test
    void whatPeopleTypedIsTextInHtml() throws Exception {
        writer.words = envelope -> Optional.of(Letter.titled("<b>x</b>").paragraph("<script>alert(1)</script> & co")
                .fact("Où", "<img src=x onerror=1>").button("\"><i>", "https://preau.example/?a=1&b=\"><script>"));

        var html = part(send(letter("a")), "text/html");

        assertThat(html).doesNotContain("<script", "<img", "<i>", "<b>x").contains("&lt;script&gt;alert(1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Samira\r\nBcc: intrus@example.org", "Samira\nX-Bad: 1\n\nBonjour", "Samira\u2028Benali", "Samira\u0000\u0007", "سميرة بن علي",
            "Zoé 🎨 d'Hérelle-Mañana", "\"Samira\" <autre@example.org>", "Samira, Nadia", "=?utf-8?q?x?=", ""})
    void noNameAndNoTitleOpensAnotherHeader(String name) throws Exception {
        var reader = new Recipient(new EmailAddress("samira@example.org"), name);
        writer.words = envelope -> Optional.of(Letter.titled(name + " est inscrite").paragraph(name));

        var message = send(new Envelope("a", "test.news", Ids.next(), reader));

        assertThat(message.getAllRecipients()).hasSize(1);
        var to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("samira@example.org");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Bad")).isNull();
        assertThat(message.getSubject()).doesNotContain("\r", "\n");
        if (name.startsWith("سميرة") || name.startsWith("Zoé")) {
            assertThat(to.getPersonal()).isEqualTo(name);
            assertThat(message.getSubject()).isEqualTo(name + " est inscrite");
        }
        var head = GreenMailUtil.getHeaders(message);
        assertThat(head.chars().allMatch(c -> c < 128)).as("headers are ASCII").isTrue();
    }

    @Test
    void namesAndTitlesOfAnyLengthAreCutBetweenWholeLetters() throws Exception {
        writer.words = envelope -> Optional.of(Letter.titled("🎨".repeat(500)));

        var message = send(new Envelope("a", "test.news", Ids.next(), new Recipient(new EmailAddress("samira@example.org"), "é🎨".repeat(400))));

        assertThat(message.getSubject()).isEqualTo("🎨".repeat(180));
    }

    @Test
    void theSessionsOfASeriesAreEntriesOnTheCentresClock() throws Exception {
        var winter = entry("serie-1", 0, "2027-01-13T13:00:00Z");
        var summer = entry("serie-2", 0, "2027-06-16T12:00:00Z");
        writer.words = envelope -> Optional.of(Letter.titled("Inscription").invitation(
                new Invitation(Invitation.Purpose.PUBLISH, List.of(winter, summer))));

        var text = part(send(letter("a")), "text/calendar");

        assertThat(text).contains("METHOD:PUBLISH", "BEGIN:VTIMEZONE", "TZID:Europe/Paris",
                "DTSTART;TZID=Europe/Paris:20270113T140000", "DTSTART;TZID=Europe/Paris:20270616T140000",
                "DTSTART:20270328T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var calendar = Biweekly.parse(text).first();
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.getEvents()).hasSize(2).allSatisfy(event -> {
            assertThat(event.getDateTimeStamp()).isNotNull();
            assertThat(event.getStatus().isConfirmed()).isTrue();
        });
        assertThat(calendar.getEvents().getFirst().getUid().getValue()).isEqualTo("serie-1@preau.example");
        assertThat(calendar.getEvents().stream().map(event -> event.getDateStart().getValue().toInstant()))
                .containsExactly(winter.startsAt(), summer.startsAt());
    }

    @Test
    void aCancelledSessionIsStruckOutUnderTheSameUid() throws Exception {
        writer.words = envelope -> Optional.of(Letter.titled("Séance annulée").invitation(
                new Invitation(Invitation.Purpose.CANCEL, List.of(entry("seance-1", 3, "2027-01-13T13:00:00Z")))));

        var calendar = Biweekly.parse(part(send(letter("a")), "text/calendar")).first();

        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        var event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo("seance-1@preau.example");
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getOrganizer()).extracting(Organizer::getEmail).isEqualTo(centre.contact().email());
        assertThat(event.getAttendees()).extracting(Attendee::getEmail).containsExactly("samira@example.org");
    }

    @Test
    void severalCancelledSessionsArePublishedAsCancelled() throws Exception {
        writer.words = envelope -> Optional.of(Letter.titled("Séances annulées").invitation(new Invitation(Invitation.Purpose.CANCEL,
                List.of(entry("seance-1", 3, "2027-01-13T13:00:00Z"), entry("seance-2", 1, "2027-01-20T13:00:00Z")))));

        var calendar = Biweekly.parse(part(send(letter("a")), "text/calendar")).first();

        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(calendar.getEvents()).hasSize(2).allSatisfy(event -> assertThat(event.getStatus().isCancelled()).isTrue());
    }

    @Test
    void whatPeopleTypedStaysInItsLineOfTheCalendar() throws Exception {
        var entry = new Invitation.Entry("x", 0, "Cuisine\r\nATTENDEE:mailto:intrus@example.org; du, monde", Instant.parse("2027-01-13T13:00:00Z"),
                Instant.parse("2027-01-13T15:00:00Z"), PARIS, "Salle\nBEGIN:VALARM", null);
        writer.words = envelope -> Optional.of(Letter.titled("x").invitation(new Invitation(Invitation.Purpose.PUBLISH, List.of(entry))));
        var reader = new Recipient(new EmailAddress("samira@example.org"), "Samira\r\nBEGIN:VALARM");

        var text = part(send(new Envelope("a", "test.news", Ids.next(), reader)), "text/calendar");

        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE") || line.startsWith("BEGIN:VALARM"));
        assertThat(Biweekly.parse(text).first().getEvents().getFirst().getSummary().getValue()).contains("Cuisine", "; du, monde");
    }

    private Invitation.Entry entry(String uid, int sequence, String start) {
        var begin = Instant.parse(start);
        return new Invitation.Entry(uid, sequence, "Atelier cuisine du monde", begin, begin.plusSeconds(7200), PARIS,
                "Salle du préau, 39 rue du Pont, 59200 Tourcoing, à côté de la médiathèque", "https://preau.example/centres/belencontre");
    }

    private MimeMessage send(Envelope envelope) {
        post(envelope);
        assertThat(round.sendDue()).isEqualTo(1);
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String part(MimeMessage message, String type) throws Exception {
        return find((Multipart) message.getContent(), type).orElseThrow();
    }

    private static Optional<String> find(Multipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return Optional.of(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            if (part.getContent() instanceof Multipart inner && find(inner, type).isPresent()) {
                return find(inner, type);
            }
        }
        return Optional.empty();
    }
}
