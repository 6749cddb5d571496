package fr.preau.people;

import fr.preau.base.SearchKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Finds households by beginnings of their persons' names, in any order, without case and accents, or by a phone number.
 * Each word must be found in the household, not all in one person: "lea karim" finds the family of both.
 */
@Component
class HouseholdSearch {

    private static final int FEWEST_DIGITS = 4;

    private final EntityManager entities;

    HouseholdSearch(EntityManager entities) {
        this.entities = entities;
    }

    List<UUID> page(String typed, int page, int size) {
        var words = SearchKey.words(typed);
        return query("select h.id", words, phoneDigits(typed), " order by h.name, h.id", UUID.class)
                .setFirstResult(page * size).setMaxResults(size).getResultList();
    }

    long count(String typed) {
        return query("select count(h)", SearchKey.words(typed), phoneDigits(typed), "", Long.class).getSingleResult();
    }

    private <T> TypedQuery<T> query(String select, List<String> words, String digits, String order, Class<T> type) {
        boolean byPhone = !digits.isEmpty();
        var where = byPhone ? "exists (select 1 from ContactPoint c where c.householdId = h.id and c.kind = fr.preau.people.ContactKind.PHONE and c.address like :digits)"
                : IntStream.range(0, words.size()).mapToObj(HouseholdSearch::hasPerson).reduce("1 = 1", (a, b) -> a + " and " + b);
        var query = entities.createQuery(select + " from Household h where h.forgottenAt is null and " + where + order, type);
        if (byPhone) {
            query.setParameter("digits", "%" + digits + "%");
        } else {
            IntStream.range(0, words.size()).forEach(i -> query.setParameter("word" + i, "% " + words.get(i) + "%"));
        }
        return query;
    }

    private static String hasPerson(int word) {
        return "exists (select 1 from Person p where p.householdId = h.id and p.removedAt is null and p.searchName like :word" + word + ")";
    }

    /** The digits of a phone number without its first zero, which E.164 has not; empty when it is not one. */
    private static String phoneDigits(String typed) {
        String plain = typed.strip();
        if (!plain.matches("\\+?[\\d .]+")) {
            return "";
        }
        String digits = plain.replaceAll("\\D", "").replaceFirst("^0+", "");
        return digits.length() < FEWEST_DIGITS ? "" : digits;
    }
}
