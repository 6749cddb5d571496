package fr.preau.federation;

import java.io.Serializable;

/**
 * A centre in numbers.
 *
 * @param activities published ones
 * @param places     in the sessions to come of those that need registration
 * @param taken      of these places
 * @param registered persons with a place that is confirmed or held
 * @param waiting    persons in a list
 */
public record CentreFigures(String slug, String name, String city, long activities, long places, long taken, long registered,
                            long waiting, long households) implements Serializable {
}
