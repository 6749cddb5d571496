package fr.preau.people;

import fr.preau.base.Ids;
import fr.preau.base.SearchKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Somebody who lives in a household. */
@Entity
class Person {

    /** As long as the column: one letter of some writings becomes many. */
    private static final int LONGEST_SEARCH_NAME = 400;

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID householdId;
    private String firstName;
    private String lastName;
    private String searchName;
    private @Nullable LocalDate birthDate;
    private Instant createdAt;
    private @Nullable Instant removedAt;
    @Version
    private int version;

    protected Person() {
    }

    Person(Household household, PersonDetails details, Instant createdAt) {
        this.id = Ids.next();
        this.householdId = household.id();
        this.createdAt = createdAt;
        describe(details);
    }

    /** Writes names and birth date anew. */
    void describe(PersonDetails details) {
        firstName = details.firstName();
        lastName = details.lastName();
        searchName = searchName(firstName, lastName);
        birthDate = details.birthDate().date().orElse(null);
    }

    /** Each word stands after a space, so that a search finds beginnings of words. */
    static String searchName(String first, String second) {
        String key = " " + SearchKey.toStore(first + " " + second);
        return key.codePointCount(0, key.length()) <= LONGEST_SEARCH_NAME ? key : key.substring(0, key.offsetByCodePoints(0, LONGEST_SEARCH_NAME));
    }

    /** The name as it is sought, with the first name before or behind. */
    List<String> searchNames() {
        return List.of(searchName(firstName, lastName), searchName(lastName, firstName));
    }

    /** Whether these two are born on one day and called alike, whichever of their names stands first. */
    boolean mayBe(Person other) {
        return birthDate != null && birthDate.equals(other.birthDate) && other.searchNames().contains(searchName);
    }

    /** Whether that is the same name, however it is written. */
    boolean isCalled(PersonDetails other) {
        return searchName.equals(searchName(other.firstName(), other.lastName()));
    }

    /** Takes the person out of the household; the name stays for what has been. */
    void remove(Instant at) {
        if (removedAt != null) {
            throw new IllegalStateException("Already removed");
        }
        removedAt = at;
    }

    /** Takes a removal back. */
    void restore() {
        removedAt = null;
    }

    /**
     * Leaves nothing of the person but what past figures count: the year of birth.
     *
     * @param inTheirPlace what lists say instead of the name
     */
    void forget(String inTheirPlace, Instant at) {
        firstName = inTheirPlace;
        lastName = "";
        searchName = "";
        birthDate = birthDate == null ? null : birthDate.withDayOfYear(1);
        removedAt = removedAt == null ? at : removedAt;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    boolean wasRemovedBefore(Instant moment) {
        return removedAt != null && removedAt.isBefore(moment);
    }

    PersonRecord toRecord(LocalDate today, List<UUID> guardians) {
        return new PersonRecord(id, householdId, firstName, lastName, kindOn(today), birthDate, guardians, isRemoved(), version);
    }

    PersonKind kindOn(LocalDate today) {
        return kind(birthDate, today);
    }

    /** Who does not say when she was born is an adult. */
    static PersonKind kind(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate != null && birthDate.isAfter(today.minusYears(BirthDateFits.OF_AGE)) ? PersonKind.CHILD : PersonKind.ADULT;
    }

    UUID id() {
        return id;
    }

    UUID householdId() {
        return householdId;
    }

    @Nullable LocalDate birthDate() {
        return birthDate;
    }

    int version() {
        return version;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Person that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
