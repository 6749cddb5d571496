package fr.preau.registrations;

import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one person's wish, for the series or for one session.
 *
 * @param rank  the party's place in the list, from 1; 0 for who does not wait
 * @param waits why, for who waits; nothing when that is no longer known
 */
public record Answer(UUID registration, UUID person, @Nullable UUID session, RegistrationState state, int rank,
                     @Nullable WaitReason waits) implements Serializable {
}
