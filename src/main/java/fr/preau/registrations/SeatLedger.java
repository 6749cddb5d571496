package fr.preau.registrations;

import java.util.UUID;

/** Hears of each seat that changes, so that the counters of a session and its seats are one truth. */
interface SeatLedger {

    /** Whether this session is still to come: the seats of those that are over stay as they were. */
    boolean isAhead(UUID session);

    void moved(UUID session, Standing from, Standing to);

    /** For seats that a {@link Plan} has counted already. */
    SeatLedger COUNTED = new SeatLedger() {
        @Override
        public boolean isAhead(UUID session) {
            return true;
        }

        @Override
        public void moved(UUID session, Standing from, Standing to) {
            // the plan did
        }
    };
}
