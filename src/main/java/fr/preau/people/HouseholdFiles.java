package fr.preau.people;

import fr.preau.base.CurrentCentre;
import fr.preau.base.PendingChanges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a family's whole file in two statements, to show it or to register its persons. Every screen of a family begins so:
 * SQL, to read only, because Hibernate writes a query that keeps to one centre anew each time; every statement names the centre.
 */
@Component
class HouseholdFiles {

    /** Whoever was taken out of a family neither opens its file nor reads its letters. */
    private static final String NOT_OF_WHO_LEFT = """
            NOT EXISTS (SELECT 1 FROM person x WHERE x.centre_id = %1$s.centre_id AND x.id = %1$s.person_id AND x.removed_at IS NOT NULL)""";

    private static final String FILE = """
            SELECT h.id, h.name, l.person_id AS you, c.id AS contact_id, c.person_id, c.kind, c.address
            FROM household h
            %1$s JOIN household_account l ON l.centre_id = h.centre_id AND l.household_id = h.id AND l.account_id = :account AND %3$s
            LEFT JOIN contact_point c ON c.centre_id = h.centre_id AND c.household_id = h.id AND %4$s
            WHERE h.centre_id = :centre AND h.forgotten_at IS NULL %2$s
            ORDER BY c.created_at, c.id""";
    private static final String OF_ACCOUNT = file("", "");
    private static final String WITH_ID = file("LEFT", "AND h.id = :household");

    /** Who lives there, and the children of other households for whom somebody of this one answers; with who answers for them now. */
    private static final String PERSONS = """
            SELECT p.id, p.household_id, p.first_name, p.last_name, p.birth_date, p.version, p.created_at, g.guardian_id
            FROM (
              SELECT m.* FROM person m WHERE m.centre_id = :centre AND m.household_id = :household AND m.removed_at IS NULL
              UNION
              SELECT c.* FROM person a
              JOIN guardianship w ON w.centre_id = a.centre_id AND w.guardian_id = a.id
              JOIN person c ON c.centre_id = w.centre_id AND c.id = w.child_id
              WHERE a.centre_id = :centre AND a.household_id = :household AND a.removed_at IS NULL AND c.removed_at IS NULL
            ) p
            LEFT JOIN (guardianship g JOIN person a ON a.centre_id = g.centre_id AND a.id = g.guardian_id AND a.removed_at IS NULL)
              ON g.centre_id = :centre AND g.child_id = p.id
            ORDER BY p.created_at, p.id, g.since, g.id""";

    static final Comparator<PersonRecord> ADULTS_FIRST = Comparator.comparing(PersonRecord::kind)
            .thenComparing(PersonRecord::birthDate, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final JdbcClient database;
    private final PendingChanges changes;
    private final HouseholdReader reader;

    HouseholdFiles(JdbcClient database, PendingChanges changes, HouseholdReader reader) {
        this.database = database;
        this.changes = changes;
        this.reader = reader;
    }

    private static String file(String join, String which) {
        return FILE.formatted(join, which, NOT_OF_WHO_LEFT.formatted("l"), NOT_OF_WHO_LEFT.formatted("c"));
    }

    /** The household for which this account acts in the current centre. */
    Optional<HouseholdRecord> ofAccount(UUID account) {
        changes.write();
        return read(database.sql(OF_ACCOUNT).param("account", account));
    }

    /** Which household that is, and nothing more. */
    Optional<UUID> idOf(UUID account) {
        changes.write();
        return database.sql("""
                SELECT l.household_id FROM household_account l JOIN household h ON h.centre_id = l.centre_id AND h.id = l.household_id
                WHERE l.centre_id = :centre AND l.account_id = :account AND h.forgotten_at IS NULL AND\s""" + NOT_OF_WHO_LEFT.formatted("l"))
                .param("centre", CurrentCentre.require()).param("account", account).query(UUID.class).optional();
    }

    /** @param account whose person in it is to be told, if there is one */
    Optional<HouseholdRecord> withId(UUID household, @Nullable UUID account) {
        changes.write();
        return read(database.sql(WITH_ID).param("household", household).param("account", account));
    }

    private Optional<HouseholdRecord> read(JdbcClient.StatementSpec file) {
        record Row(UUID id, String name, @Nullable UUID you, @Nullable ContactRecord contact) {
        }
        var rows = file.param("centre", CurrentCentre.require()).query((row, number) -> {
            var contact = row.getObject("contact_id", UUID.class);
            return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getObject("you", UUID.class), contact == null ? null
                    : new ContactRecord(contact, row.getObject("person_id", UUID.class), ContactKind.valueOf(row.getString("kind")), row.getString("address")));
        }).list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.getFirst();
        var persons = persons(first.id()).stream().sorted(ADULTS_FIRST)
                .collect(Collectors.partitioningBy(person -> person.householdId().equals(first.id())));
        return Optional.of(new HouseholdRecord(first.id(), first.name(), persons.get(true), persons.get(false),
                rows.stream().flatMap(row -> Optional.ofNullable(row.contact()).stream()).toList(), first.you()));
    }

    private List<PersonRecord> persons(UUID household) {
        var today = reader.today();
        Map<UUID, PersonRecord> found = new LinkedHashMap<>();
        database.sql(PERSONS).param("centre", CurrentCentre.require()).param("household", household).query(row -> {
            var id = row.getObject("id", UUID.class);
            var guardian = row.getObject("guardian_id", UUID.class);
            var birth = row.getObject("birth_date", LocalDate.class);
            var person = found.get(id);
            List<UUID> guardians = new ArrayList<>(person == null ? List.of() : person.guardians());
            if (guardian != null) {
                guardians.add(guardian);
            }
            found.put(id, new PersonRecord(id, row.getObject("household_id", UUID.class), row.getString("first_name"), row.getString("last_name"),
                    Person.kind(birth, today), birth, List.copyOf(guardians), false, row.getInt("version")));
        });
        return List.copyOf(found.values());
    }
}
