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

    /** What was kept, and when. */
    public record Kept(ActivityInput input, Instant savedAt) {
    }

    /** What the person had typed for this activity, or for a new one. */
    @Transactional(readOnly = true)
    public Optional<Kept> find(@Nullable UUID activityId) {
        return drafts.findNewest(me(), activityId).flatMap(draft -> read(draft.typed()).map(input -> new Kept(input, draft.savedAt())));
    }

    /** Keeps what stands in the form now. */
    public void keep(@Nullable UUID activityId, ActivityInput input) {
        String typed = json.writeValueAsString(input);
        drafts.deleteOlder(clock.instant().minus(KEPT));
        drafts.findNewest(me(), activityId).ifPresentOrElse(draft -> draft.keep(typed, clock.instant()),
                () -> drafts.save(new ActivityDraft(me(), activityId, typed, clock.instant())));
    }

    /** It is saved, or no longer wanted. */
    public void forget(@Nullable UUID activityId) {
        drafts.findNewest(me(), activityId).ifPresent(drafts::delete);
    }

    /** A draft of an older version of Préau may not be readable any more: then there is none. */
    private Optional<ActivityInput> read(String typed) {
        try {
            return Optional.of(json.readValue(typed, ActivityInput.class));
        } catch (JacksonException e) {
            LOG.info("A kept draft cannot be read any more", e);
            return Optional.empty();
        }
    }

    private static UUID me() {
        return CurrentUser.require().account();
    }
}
