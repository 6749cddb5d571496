package fr.preau.activities;

import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets in every centre what was typed long ago and never saved. */
@Component
class OldDrafts {

    static final Duration KEPT = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(OldDrafts.class);

    private final CentreService centres;
    private final ActivityDrafts drafts;
    private final RetriedTransaction transactions;
    private final Clock clock;

    OldDrafts(CentreService centres, ActivityDrafts drafts, RetriedTransaction transactions, Clock clock) {
        this.centres = centres;
        this.drafts = drafts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One centre that fails does not keep the others. */
    void forget() {
        var then = clock.instant().minus(KEPT);
        for (var centre : centres.all()) {
            try {
                CurrentCentre.runIn(centre.id(), () -> transactions.run(() -> drafts.dropBefore(then)));
            } catch (RuntimeException e) {
                LOG.error("Old drafts in {} were not forgotten; tomorrow it is tried again", centre.slug(), e);
            }
        }
    }
}
