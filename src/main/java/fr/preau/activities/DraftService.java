package fr.preau.activities;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what animators have typed and not yet saved, so that a lost connection loses nothing; 30 days long. */
@Service
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
@Transactional
public class DraftService {

    private static final Logger LOG = LoggerFactory.getLogger(DraftService.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final ActivityDrafts drafts;
    private final JsonMapper json;
    private final Clock clock;

    DraftService(ActivityDrafts drafts, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What was kept, and when.
     *
     * @param version of the activity that the person had read before typing; 0 for a new one
     */
    public record Kept(ActivityInput input, int version, Instant savedAt) {
    }

    private record Typed(ActivityInput input, int version) {
    }

    /** What the person had typed for this activity, or for a new one. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(@Nullable UUID activityId) {
        return drafts.findNewest(me(), activityId).flatMap(draft -> read(draft.typed()).map(typed -> new Kept(typed.input(), typed.version(), draft.savedAt())));
    }

    /** Keeps what stands in the form now, and from which version of the activity one began. */
    public void keep(@Nullable UUID activityId, int version, ActivityInput input) {
        String typed = json.writeValueAsString(new Typed(input, version));
        drafts.deleteOlder(clock.instant().minus(KEPT));
        drafts.findNewest(me(), activityId).ifPresentOrElse(draft -> draft.keep(typed, clock.instant()),
                () -> drafts.save(new ActivityDraft(me(), activityId, typed, clock.instant())));
    }

    /** It is saved, or no longer wanted. */
    public void forget(@Nullable UUID activityId) {
        drafts.findNewest(me(), activityId).ifPresent(drafts::delete);
    }

    /** A draft of an older version of Préau may not be readable any more: then there is none. */
    private Optional<Typed> read(String text) {
        try {
            return Optional.of(json.readValue(text, Typed.class)).filter(typed -> typed.input() != null);
        } catch (JacksonException e) {
            LOG.info("A kept draft cannot be read any more", e);
            return Optional.empty();
        }
    }

    private static UUID me() {
        return CurrentUser.require().account();
    }
}
