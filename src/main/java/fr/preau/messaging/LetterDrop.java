package fr.preau.messaging;

import static fr.preau.base.UtcColumns.utc;

import java.time.Instant;
import java.util.UUID;
import fr.preau.base.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts letters into the outbox. In SQL, because only the database can say "unless it is there already" without ending
 * the caller's transaction; each statement names the centre, or writes to the federation's own table.
 */
@Component
class LetterDrop {

    static final int NAME_LENGTH = 160;

    private final JdbcClient database;

    LetterDrop(JdbcClient database) {
        this.database = database;
    }

    /** @param copy 0 for a letter as its module posts it, more when a person has it sent again */
    void add(UUID centre, Envelope envelope, int copy, Instant now) {
        insert("""
                INSERT INTO outbox_letter (centre_id, id, letter_key, copy, kind, subject_id, recipient, recipient_name, language,
                                           state, attempts, due_at, created_at, version)
                VALUES (:centre, :id, :key, :copy, :kind, :subject, :recipient, :name, :language,
                        'WAITING', 0, :now, :now, 0)
                ON DUPLICATE KEY UPDATE id = id""", envelope, now).param("centre", centre).param("copy", copy).update();
    }

    void addAcrossCentres(Envelope envelope, Instant now) {
        insert("""
                INSERT INTO federation_letter (id, letter_key, kind, subject_id, recipient, recipient_name, language,
                                               state, attempts, due_at, created_at, version)
                VALUES (:id, :key, :kind, :subject, :recipient, :name, :language,
                        'WAITING', 0, :now, :now, 0)
                ON DUPLICATE KEY UPDATE id = id""", envelope, now).update();
    }

    private JdbcClient.StatementSpec insert(String sql, Envelope envelope, Instant now) {
        var recipient = envelope.recipient();
        return database.sql(sql)
                .param("id", Ids.next())
                .param("key", envelope.key())
                .param("kind", envelope.kind())
                .param("subject", envelope.subject())
                .param("recipient", recipient.address().value())
                .param("name", HeaderText.oneLine(recipient.name(), NAME_LENGTH))
                .param("language", recipient.language().toLanguageTag())
                .param("now", utc(now));
    }
}
