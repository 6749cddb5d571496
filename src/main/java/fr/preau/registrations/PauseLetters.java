package fr.preau.registrations;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.Letter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Registration pauses or is taken up again: what becomes of a turn in the list and of a request. Its SQL names the centre. */
@Component
class PauseLetters {

    private final RegistrationSheets sheets;
    private final LetterParts parts;
    private final WaysOut ways;
    private final JdbcClient database;

    PauseLetters(RegistrationSheets sheets, LetterParts parts, WaysOut ways, JdbcClient database) {
        this.sheets = sheets;
        this.parts = parts;
        this.ways = ways;
        this.database = database;
    }

    private record Status(String word, @Nullable String reason) {
    }

    Optional<Letter> paused(LetterKey key) {
        return standing(key, "SUSPENDED", "paused");
    }

    Optional<Letter> resumed(LetterKey key) {
        return standing(key, "PUBLISHED", "resumed");
    }

    /** As long as it is so, and somebody of the family still waits. */
    private Optional<Letter> standing(LetterKey key, String status, String word) {
        var activity = key.activity().orElseThrow();
        var waiting = LetterParts.only(sheets.ofFamily(key.subject(), activity),
                one -> HopefulFamilies.WAIT.contains(one.state()) && parts.goesOn(one));
        var now = status(activity);
        return waiting.isEmpty() || !now.word().equals(status) ? Optional.empty() : Optional.of(letter(waiting, now, word));
    }

    private Letter letter(List<RegistrationRecord> waiting, Status now, String word) {
        var title = waiting.getFirst().title();
        var letter = Letter.titled(parts.say(word + ".title", title)).paragraph(parts.say(word + ".text", title));
        letter = Optional.ofNullable(now.reason()).map(parts::reason).map(letter::paragraph).orElse(letter);
        for (var alike : LetterParts.groupedBy(waiting, RegistrationRecord::state)) {
            boolean inTheList = alike.getFirst().state() == RegistrationState.WAITING;
            letter = letter.paragraph(parts.say(word + (inTheList ? ".list" : ".request"), parts.names(alike)));
        }
        letter = letter.paragraph(parts.say(word + ".next")).link(parts.say("see"), parts.sheet(waiting.getFirst()));
        return ways.added(letter, waiting);
    }

    private Status status(UUID activity) {
        return database.sql("SELECT status, status_reason FROM activity WHERE centre_id = :centre AND id = :activity")
                .param("centre", CurrentCentre.require()).param("activity", activity)
                .query((row, number) -> new Status(row.getString("status"), row.getString("status_reason"))).single();
    }
}
