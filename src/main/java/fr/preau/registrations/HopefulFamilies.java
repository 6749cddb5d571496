package fr.preau.registrations;

import fr.preau.activities.WaitingFamilies;
import fr.preau.base.CurrentCentre;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the catalogue how many hope for a place in an activity; SQL across tables, to read only, it names the centre. */
@Component
class HopefulFamilies implements WaitingFamilies {

    /** Who has no place and no offer of one. */
    static final Set<RegistrationState> WAIT = EnumSet.of(RegistrationState.WAITING, RegistrationState.REQUESTED);

    private static final Set<RegistrationState> UNDECIDED = EnumSet.of(RegistrationState.WAITING, RegistrationState.REQUESTED,
            RegistrationState.OFFERED, RegistrationState.PRE_REGISTERED);

    private final JdbcClient database;

    HopefulFamilies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public int of(UUID activity) {
        return count("household_id", activity, WAIT);
    }

    @Override
    public int undecided(UUID activity) {
        return count("household_id", activity, UNDECIDED);
    }

    @Override
    public int unanswered(UUID activity) {
        return count("party_id", activity, Set.of(RegistrationState.REQUESTED));
    }

    /** Families, or parties: those who asked together. */
    private int count(String whom, UUID activity, Collection<RegistrationState> states) {
        return database.sql("""
                SELECT COUNT(DISTINCT r.%s) FROM activity_group g
                JOIN registration r ON r.centre_id = g.centre_id AND r.group_id = g.id
                WHERE g.centre_id = :centre AND g.activity_id = :activity AND r.state IN (:states)""".formatted(whom))
                .param("centre", CurrentCentre.require()).param("activity", activity)
                .param("states", states.stream().map(Enum::name).toList()).query(Integer.class).single();
    }
}
