package fr.preau.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Opens families' files for the team, and writes into the journal who has read which. What a family reads of itself is no line. */
@Service
@AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
public class DeskFileService {

    /** Whoever goes to and fro between a family's screens reads it once. */
    private static final Duration ONE_READING = Duration.ofHours(1);

    private final HouseholdService households;
    private final Audit audit;
    /** In the memory of this process: after a restart there may be a line more, never one less. */
    private final Cache<Reading, Boolean> written;

    DeskFileService(HouseholdService households, Audit audit, Clock clock) {
        this.households = households;
        this.audit = audit;
        this.written = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(ONE_READING)
                .ticker(() -> clock.millis() * 1_000_000L).build();
    }

    /** The file of this family; nothing, and no line, when the centre has none of this id. */
    public Optional<HouseholdRecord> open(UUID household) {
        var file = households.find(household);
        file.ifPresent(read -> note(new Reading(CurrentUser.require().account(), CurrentCentre.require(), read.id())));
        return file;
    }

    private void note(Reading reading) {
        if (written.getIfPresent(reading) == null) {
            audit.record("household-read", "household", reading.household(), null);
            written.put(reading, true);
        }
    }

    private record Reading(UUID account, UUID centre, UUID household) {
    }
}
