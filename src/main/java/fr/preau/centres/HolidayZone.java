package fr.preau.centres;

/** The three zones of the French school holidays; the académie de Lille is in zone B. */
public enum HolidayZone {
    A, B, C
}
