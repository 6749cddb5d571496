package fr.preau.activities;

import java.io.Serializable;
import java.util.List;

/**
 * Some of the activities in a list.
 *
 * @param total how many there are in the whole list
 */
public record ActivityCards(List<ActivityCard> cards, long total) implements Serializable {
}
