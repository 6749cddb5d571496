package fr.preau.registrations;

import java.util.UUID;

/** Hears of each seat that changes, so that the counters of a session and its seats are one truth. */
interface SeatLedger {

    /** Whether this session is still to come: the seats of those that are over stay as they were. */
    boolean isAhead(UUID session);

    void moved(UUID session, Standing from, Standing to);
}
