package fr.preau.people;

import java.util.List;

/**
 * One page of a search.
 *
 * @param page counted from 0
 * @param all  how many there are on all pages
 */
public record FoundHouseholds(List<HouseholdLine> lines, int page, int pageSize, long all) {

    /** Whether there are others than on this page. */
    public boolean areMore() {
        return all > lines.size();
    }
}
