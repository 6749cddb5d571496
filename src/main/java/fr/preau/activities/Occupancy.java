package fr.preau.activities;

import java.util.UUID;

/** How many people a session has now, counted under its group's lock. */
public record Occupancy(UUID session, People people) {

    /**
     * @param taken      people who hold a place, those overbooked included
     * @param waiting    people on the waiting list
     * @param overbooked how many of those who hold a place came in by the right to overbook and are counted beside the places
     */
    public record People(int taken, int waiting, int overbooked) {
    }
}
