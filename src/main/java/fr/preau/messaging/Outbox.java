package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes letters in the transaction of what they speak of: if that is undone, so is the letter. It leaves after the
 * commit, within seconds.
 */
@Service
@FederationWide
@AllowedTo(Role.THE_HOUSE)
@Transactional(propagation = Propagation.MANDATORY)
public class Outbox {

    private final LetterDrop drop;
    private final Postman postman;
    private final Clock clock;

    Outbox(LetterDrop drop, Postman postman, Clock clock) {
        this.drop = drop;
        this.postman = postman;
        this.clock = clock;
    }

    /**
     * Posts a letter of the current centre; one that has been posted under this key already stays as it is.
     *
     * @throws fr.preau.base.NoCentreException when no centre is set
     */
    public void post(Envelope envelope) {
        drop.add(CurrentCentre.require(), envelope, 0, clock.instant());
        postman.comeAfterCommit();
    }

    /** Posts a letter that belongs to no centre, such as a sign-in link; no screen shows it. */
    public void postAcrossCentres(Envelope envelope) {
        drop.addAcrossCentres(envelope, clock.instant());
        postman.comeAfterCommit();
    }
}
