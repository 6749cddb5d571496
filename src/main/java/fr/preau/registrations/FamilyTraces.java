package fr.preau.registrations;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Texts;
import fr.preau.messaging.LetterErasure;
import fr.preau.people.HouseholdForgotten;
import fr.preau.people.LastContact;
import fr.preau.people.OldTraces;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What registrations know of families: when they were last heard of, and what has to go when one is forgotten. Rows stay, so
 * that figures add up; words that somebody wrote, and letters, go. SQL across tables, every statement names the centre.
 */
@Component
class FamilyTraces implements LastContact {

    private static final Set<String> ACTIVE = ChangesElsewhere.ACTIVE.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final JdbcClient database;
    private final LetterErasure letters;
    private final Texts texts;

    FamilyTraces(JdbcClient database, LetterErasure letters, Texts texts) {
        this.database = database;
        this.letters = letters;
        this.texts = texts;
    }

    @Override
    public Set<UUID> heardOfSince(Collection<UUID> households, Instant since) {
        var heardOf = new HashSet<>(database.sql("""
                SELECT DISTINCT r.household_id FROM registration r
                WHERE r.centre_id = :centre AND r.household_id IN (:households)
                  AND (r.changed_at >= :since OR r.state <> 'CLOSED' AND EXISTS (
                    SELECT 1 FROM seat s JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                    WHERE s.centre_id = r.centre_id AND s.registration_id = r.id AND s.standing <> 'RELEASED' AND d.ends_at >= :since))""")
                .param("centre", CurrentCentre.require()).param("households", households).param("since", utc(since))
                .query(UUID.class).set());
        heardOf.addAll(database.sql("""
                SELECT DISTINCT p.household_id FROM person p
                WHERE p.centre_id = :centre AND p.household_id IN (:households)
                  AND (EXISTS (SELECT 1 FROM attendance n WHERE n.centre_id = p.centre_id AND n.person_id = p.id AND n.marked_at >= :since)
                    OR EXISTS (SELECT 1 FROM registration r WHERE r.centre_id = p.centre_id AND r.person_id = p.id AND r.changed_at >= :since))""")
                .param("centre", CurrentCentre.require()).param("households", households).param("since", utc(since))
                .query(UUID.class).set());
        return heardOf;
    }

    @Override
    public boolean hasSomethingAhead(UUID household) {
        return database.sql("""
                SELECT COUNT(*) FROM registration r
                WHERE r.centre_id = :centre AND r.state IN (:active)
                  AND (r.household_id = :household OR r.person_id IN (
                    SELECT p.id FROM person p WHERE p.centre_id = :centre AND p.household_id = :household))""")
                .param("centre", CurrentCentre.require()).param("active", ACTIVE).param("household", household)
                .query(Long.class).single() > 0;
    }

    @EventListener
    void on(HouseholdForgotten event) {
        forgetWordsAbout(registrationsAround(event.household()));
        database.sql("UPDATE call_task SET note = NULL WHERE centre_id = :centre AND household_id = :household")
                .param("centre", CurrentCentre.require()).param("household", event.household()).update();
        if (!event.accounts().isEmpty()) {
            database.sql("DELETE FROM registration_draft WHERE centre_id = :centre AND account_id IN (:accounts)")
                    .param("centre", CurrentCentre.require()).param("accounts", event.accounts()).update();
        }
        letters.erase(addressesOf(event.household()), toldOf(event.household()));
    }

    private List<String> addressesOf(UUID household) {
        return database.sql("SELECT address FROM contact_point WHERE centre_id = :centre AND household_id = :household")
                .param("centre", CurrentCentre.require()).param("household", household).query(String.class).list();
    }

    /** What the letters to this household speak of: its requests, and the offers that came from them. */
    List<UUID> toldOf(UUID household) {
        return database.sql("""
                SELECT q.id FROM registration_request q WHERE q.centre_id = :centre AND q.household_id = :household
                UNION ALL
                SELECT o.id FROM place_offer o WHERE o.centre_id = :centre AND o.household_id = :household""")
                .param("centre", CurrentCentre.require()).param("household", household).query(UUID.class).list();
    }

    /** Somebody who came once, without a family here, is a name on a sheet and nothing else. */
    @EventListener
    void on(OldTraces event) {
        database.sql("""
                UPDATE attendance SET first_name = :nobody, last_name = ''
                WHERE centre_id = :centre AND person_id IS NULL AND marked_at < :before AND first_name <> :nobody""")
                .param("centre", CurrentCentre.require()).param("nobody", texts.say("people.forgotten")).param("before", utc(event.before())).update();
    }

    /** Those that the family asked for, and those of its persons that another family did: a parent who lives elsewhere. */
    private List<UUID> registrationsAround(UUID household) {
        return database.sql("""
                SELECT r.id FROM registration r WHERE r.centre_id = :centre AND r.household_id = :household
                UNION
                SELECT r.id FROM person p JOIN registration r ON r.centre_id = p.centre_id AND r.person_id = p.id
                WHERE p.centre_id = :centre AND p.household_id = :household""")
                .param("centre", CurrentCentre.require()).param("household", household).query(UUID.class).list();
    }

    private void forgetWordsAbout(List<UUID> registrations) {
        if (registrations.isEmpty()) {
            return;
        }
        database.sql("UPDATE registration_step SET reason = NULL WHERE centre_id = :centre AND registration_id IN (:registrations)")
                .param("centre", CurrentCentre.require()).param("registrations", registrations).update();
        database.sql("UPDATE registration SET missing = NULL WHERE centre_id = :centre AND id IN (:registrations)")
                .param("centre", CurrentCentre.require()).param("registrations", registrations).update();
    }
}
