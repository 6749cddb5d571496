package fr.preau.people;

import fr.preau.base.SearchKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds families for the desk: by what somebody says of them, and those that may be there twice. */
@Component
class HouseholdFinder {

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST_SEARCH = 200;
    private static final int FEWEST_LETTERS = 2;

    private final HouseholdSearch search;
    private final Households households;
    private final Persons persons;
    private final HouseholdReader reader;

    HouseholdFinder(HouseholdSearch search, Households households, Persons persons, HouseholdReader reader) {
        this.search = search;
        this.households = households;
        this.persons = persons;
        this.reader = reader;
    }

    FoundHouseholds search(String words, int page) {
        String typed = shortened(words);
        long all = search.count(typed);
        int shown = (int) Math.clamp(page, 0, Math.max(0, (all - 1) / PAGE_SIZE));
        var ids = search.page(typed, shown, PAGE_SIZE);
        var byId = ids.isEmpty() ? Map.<UUID, Household>of() : households.withIds(ids).stream()
                .collect(Collectors.toMap(Household::id, Function.identity()));
        return new FoundHouseholds(reader.lines(ids.stream().map(byId::get).toList()), shown, PAGE_SIZE, all);
    }

    List<PersonRecord> personsCalled(String typed, int most) {
        var words = SearchKey.words(shortened(typed));
        return words.stream().mapToInt(String::length).sum() < FEWEST_LETTERS ? List.of() : search.personsCalled(words, most).stream()
                .map(person -> person.toRecord(reader.today(), List.of())).toList();
    }

    private static String shortened(String typed) {
        return typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
    }

    List<PersonRecord> possibleDuplicates(UUID householdId) {
        if (households.withId(householdId).isEmpty()) {
            return List.of();
        }
        var born = persons.livingIn(List.of(householdId)).stream().filter(person -> person.birthDate() != null).toList();
        var found = born.isEmpty() ? List.<Person>of() : persons.namesakes(born.stream().flatMap(person -> person.searchNames().stream()).toList(),
                born.stream().map(Person::birthDate).toList(), householdId);
        // Asked for all at once, so that somebody may have the name of one and the birth date of another.
        return reader.records(found.stream().filter(other -> born.stream().anyMatch(other::mayBe)).toList());
    }
}
