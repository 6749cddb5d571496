package fr.preau.registrations.followup;

import fr.preau.registrations.Channel;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegistrationState;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household's request in a list.
 *
 * @param state    of the most urgent of its registrations
 * @param rank     the best rank of those that wait; 0 when nobody does
 * @param deadline the soonest, of an offer or of a held place
 * @param toCall   reception has to call
 */
public record FollowUpLine(UUID request, UUID householdId, String householdName, String names, int persons, PartyRule rule, UUID activityId,
                           String title, String groupName, RegistrationState state, int rank, @Nullable Instant deadline, boolean toCall,
                           boolean overbooked, Channel channel, Instant askedAt, @Nullable Instant firstSession) implements Serializable {
}
