package fr.preau.activities;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
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

/** Keeps what animators have typed and not yet saved, so that a lost connection loses nothing; for as long as {@link OldDrafts} says. */
@Service
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class DraftService {

    private static final Logger LOG = LoggerFactory.getLogger(DraftService.class);

    private final ActivityDrafts drafts;
    private final RetriedTransaction transactions;
    private final JsonMapper json;
    private final Clock clock;

    DraftService(ActivityDrafts drafts, RetriedTransaction transactions, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.transactions = transactions;
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
        return drafts.of(me(), activityId).flatMap(draft -> read(draft.typed())
                .map(typed -> new Kept(typed.input(), typed.version(), draft.savedAt())));
    }

    /** Keeps what stands in the form now, and from which version of the activity one began. */
    public void keep(@Nullable UUID activityId, int version, ActivityInput input) {
        String typed = json.writeValueAsString(new Typed(input, version));
        transactions.run(() -> drafts.keep(me(), activityId, typed, clock.instant()));
    }

    /** It is saved, or no longer wanted. */
    public void forget(@Nullable UUID activityId) {
        transactions.run(() -> drafts.drop(me(), activityId));
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
