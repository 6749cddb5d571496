package fr.preau.people;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A family's file in one centre. Whoever changes what belongs to it locks its row first. */
@Entity
class Household {

    /** Who opened the file. */
    enum Origin {
        RESIDENT, DESK
    }

    private static final int NAMES = 2;

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private String name;
    @Enumerated(EnumType.STRING)
    private Origin origin;
    private Instant createdAt;
    private @Nullable Instant touchedAt;
    private @Nullable Instant forgottenAt;
    @Version
    private int version;

    protected Household() {
    }

    Household(Origin origin, Instant createdAt) {
        this.id = Ids.next();
        this.name = "";
        this.origin = origin;
        this.createdAt = createdAt;
    }

    /** Takes its name from its persons: the last names of its adults, two at most. */
    void nameAfter(List<PersonRecord> persons) {
        boolean adults = persons.stream().anyMatch(person -> !person.isChild());
        name = persons.stream().filter(person -> !adults || !person.isChild())
                .map(person -> person.lastName().isEmpty() ? person.firstName() : person.lastName())
                .distinct().limit(NAMES).collect(Collectors.joining(", "));
    }

    /** Somebody has changed what stands in the file: the family was heard of. */
    void touch(Instant at) {
        touchedAt = at;
    }

    /** Whether nothing was written in the file since then. */
    boolean isUntouchedSince(Instant then) {
        return createdAt.isBefore(then) && (touchedAt == null || touchedAt.isBefore(then));
    }

    /** Leaves nothing of the family but the row that past figures count. */
    void forget(Instant at) {
        name = "";
        forgottenAt = at;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Household that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
