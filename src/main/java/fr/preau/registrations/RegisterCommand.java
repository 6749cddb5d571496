package fr.preau.registrations;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One gesture: these persons of this household, for this group.
 *
 * @param key      made once when the form opens: the same key again is the same gesture, with the same outcome and one letter
 * @param sessions the chosen ones of a group that is booked by session; empty for a whole series
 */
public record RegisterCommand(@NotEmpty @Size(max = KEY_LENGTH) String key, UUID group, UUID household,
                              @NotEmpty @Size(max = MOST_PERSONS) List<UUID> persons, @Size(max = MOST_SESSIONS) Set<UUID> sessions,
                              PartyRule rule, Channel channel) implements Serializable {

    static final int KEY_LENGTH = 80;
    static final int MOST_PERSONS = 20;
    static final int MOST_SESSIONS = 60;

    public RegisterCommand {
        persons = List.copyOf(new LinkedHashSet<>(persons));
        sessions = Set.copyOf(sessions);
        if (key.isBlank() || key.length() > KEY_LENGTH || persons.isEmpty() || persons.size() > MOST_PERSONS
                || sessions.size() > MOST_SESSIONS) {
            throw new IllegalArgumentException("A gesture that no screen of ours makes");
        }
    }

    /** For a whole series, on the site. */
    public static RegisterCommand series(String key, UUID group, UUID household, List<UUID> persons, PartyRule rule) {
        return new RegisterCommand(key, group, household, persons, Set.of(), rule, Channel.WEB);
    }

    /** For chosen sessions, on the site. */
    public static RegisterCommand sessions(String key, UUID group, UUID household, List<UUID> persons, Set<UUID> sessions, PartyRule rule) {
        return new RegisterCommand(key, group, household, persons, sessions, rule, Channel.WEB);
    }

    /** The same, by another way. */
    public RegisterCommand by(Channel way) {
        return new RegisterCommand(key, group, household, persons, sessions, rule, way);
    }
}
