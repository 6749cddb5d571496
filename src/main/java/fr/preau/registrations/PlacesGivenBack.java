package fr.preau.registrations;

import fr.preau.base.CurrentCentre;
import fr.preau.people.GivenBack;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whether registrations ended with a person's leaving her family. SQL across tables, to read only; it names the centre. */
@Component
class PlacesGivenBack implements GivenBack {

    private final JdbcClient database;

    PlacesGivenBack(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean byLeaving(UUID person) {
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM person p
                  JOIN registration r ON r.centre_id = p.centre_id AND r.person_id = p.id
                  JOIN registration_step h ON h.centre_id = r.centre_id AND h.registration_id = r.id
                  WHERE p.centre_id = :centre AND p.id = :person AND h.to_state = 'CANCELLED_BY_FAMILY' AND h.happened_at >= p.removed_at)""")
                .param("centre", CurrentCentre.require()).param("person", person).query(Boolean.class).single();
    }
}
