package fr.preau.registrations;

/** The same races on one server, where families who come at the same time go through the lock together. */
class RaceInOneQueueTest extends Races {
}
