package fr.preau.federation;

import java.io.Serializable;

/**
 * A centre in numbers.
 *
 * @param activities    published ones
 * @param places        in their sessions to come
 * @param taken         of these places
 * @param registrations confirmed or held
 * @param waiting       registrations in a list, or with an offer that is not answered
 */
public record CentreFigures(String slug, String name, String city, long activities, long places, long taken, long registrations,
                            long waiting, long households) implements Serializable {
}
