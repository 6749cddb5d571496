package fr.preau.people;

import fr.preau.base.Phone;
import fr.preau.base.SearchKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Finds households by beginnings of their persons' names, in any order, without case and accents, or by a phone number, or by
 * the beginning of a mail address.
 * Each word must be found in the household, not all in one person: "lea karim" finds the family of both.
 */
@Component
class HouseholdSearch {

    private static final int FEWEST_DIGITS = 4;
    /** As people write them: 06-39-98-00-01, 06/39/98/00/01, with the narrow spaces of a letter too. */
    private static final Pattern BEGINNING_OF_A_NUMBER = Pattern.compile("\\+?[\\d ./()-]+");

    private static final String HAS_ADDRESS =
            "exists (select 1 from ContactPoint c where c.householdId = h.id and c.kind = :kind and c.address like :address escape '!')";

    private final EntityManager entities;

    HouseholdSearch(EntityManager entities) {
        this.entities = entities;
    }

    List<UUID> page(String typed, int page, int size) {
        return query("select h.id", typed, " order by h.name, h.id", UUID.class).setFirstResult(page * size).setMaxResults(size).getResultList();
    }

    long count(String typed) {
        return query("select count(h)", typed, "", Long.class).getSingleResult();
    }

    /** Persons who are there and whose names begin with each of these words, by name. */
    List<Person> personsCalled(List<String> words, int most) {
        var query = entities.createQuery("select p from Person p where p.removedAt is null"
                + IntStream.range(0, words.size()).mapToObj(word -> " AND p.searchName LIKE :word" + word).collect(Collectors.joining())
                + " order by p.lastName, p.firstName, p.id", Person.class);
        setWords(query, words);
        return query.setMaxResults(most).getResultList();
    }

    private <T> TypedQuery<T> query(String select, String typed, String order, Class<T> type) {
        var address = address(typed);
        var words = address.isPresent() ? List.<String>of() : SearchKey.words(typed);
        var where = address.map(known -> HAS_ADDRESS).orElseGet(() ->
                IntStream.range(0, words.size()).mapToObj(HouseholdSearch::hasPerson).reduce("1 = 1", (a, b) -> a + " and " + b));
        var query = entities.createQuery(select + " from Household h where h.forgottenAt is null and " + where + order, type);
        address.ifPresent(known -> query.setParameter("kind", known.kind()).setParameter("address", known.like()));
        setWords(query, words);
        return query;
    }

    /** Each begins a word of the name. */
    private static void setWords(TypedQuery<?> query, List<String> words) {
        IntStream.range(0, words.size()).forEach(i -> query.setParameter("word" + i, "% " + words.get(i) + "%"));
    }

    private static String hasPerson(int word) {
        return "exists (select 1 from Person p where p.householdId = h.id and p.removedAt is null and p.searchName like :word" + word + ")";
    }

    /** A mail address or a phone number, or a part of one. */
    private record Address(ContactKind kind, String like) {
    }

    private static Optional<Address> address(String typed) {
        String plain = typed.replaceAll("[\\s\\p{Z}]+", " ").strip();
        if (plain.contains("@")) {
            var begins = plain.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
            return Optional.of(new Address(ContactKind.MAIL, begins + "%"));
        }
        return digits(plain).map(digits -> new Address(ContactKind.PHONE, "%" + digits + "%"));
    }

    /** As they stand in E.164, which has no first zero. */
    private static Optional<String> digits(String plain) {
        var whole = Phone.parse(plain).map(phone -> phone.e164().substring(1));
        return whole.isPresent() || !BEGINNING_OF_A_NUMBER.matcher(plain).matches() ? whole
                : Optional.of(plain.replaceAll("\\D", "").replaceFirst("^0+", "")).filter(digits -> digits.length() >= FEWEST_DIGITS);
    }
}
