package fr.preau.people;

import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.instantOrNull;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a family's file itself holds. SQL, to read only, every statement names the centre. */
@Component
@Order(1)
class FamilyChapter implements FileChapter {

    private static final String OPENED = """
            SELECT h.created_at, h.origin FROM household h WHERE h.centre_id = :centre AND h.id = :household""";

    /** Those who left too, until their names are forgotten. */
    private static final String PERSONS = """
            SELECT p.first_name, p.last_name, p.birth_date, p.created_at, p.removed_at FROM person p
            WHERE p.centre_id = :centre AND p.household_id = :household AND p.search_name <> '' ORDER BY p.created_at, p.id""";

    /** Of the family's children, and of those elsewhere for whom its adults answer: of these no more than the name. */
    private static final String GUARDIANS = """
            SELECT TRIM(CONCAT(c.first_name, ' ', c.last_name)) AS child, TRIM(CONCAT(a.first_name, ' ', a.last_name)) AS guardian, g.since
            FROM guardianship g
            JOIN person c ON c.centre_id = g.centre_id AND c.id = g.child_id AND c.removed_at IS NULL
            JOIN person a ON a.centre_id = g.centre_id AND a.id = g.guardian_id AND a.removed_at IS NULL
            WHERE g.centre_id = :centre AND (c.household_id = :household OR a.household_id = :household)
            ORDER BY c.created_at, c.id, g.since, g.id""";

    /** Not what went along with somebody who left: it is how she is reached, and no longer the family's. */
    private static final String CONTACTS = """
            SELECT c.kind, c.address, TRIM(CONCAT(p.first_name, ' ', p.last_name)) AS whose, c.created_at FROM contact_point c
            LEFT JOIN person p ON p.centre_id = c.centre_id AND p.id = c.person_id
            WHERE c.centre_id = :centre AND c.household_id = :household AND p.removed_at IS NULL ORDER BY c.created_at, c.id""";

    /** The address with which somebody signs in is hers alone: only her own copy says it. */
    private static final String ACCOUNTS = """
            SELECT COALESCE(TRIM(CONCAT(p.first_name, ' ', p.last_name)), u.display_name) AS who,
                   IF(u.id = :reader, u.email, NULL) AS mail, l.linked_at
            FROM household_account l
            JOIN account u ON u.id = l.account_id
            LEFT JOIN person p ON p.centre_id = l.centre_id AND p.id = l.person_id
            WHERE l.centre_id = :centre AND l.household_id = :household AND p.removed_at IS NULL ORDER BY l.linked_at, l.id""";

    private final JdbcClient database;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;

    FamilyChapter(JdbcClient database, CentreService centres, Texts texts, Moments moments) {
        this.database = database;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public List<FileTable> of(UUID household) {
        return List.of(
                table(household, OPENED, "file", (row, number) -> List.of(since(row, "created_at"), origin(row)), "since", "opened-by"),
                table(household, PERSONS, "persons", (row, number) -> List.of(words(row, "first_name"), words(row, "last_name"),
                        FileCell.of(row.getObject("birth_date", LocalDate.class), moments), since(row, "created_at"),
                        FileCell.of(instantOrNull(row, "removed_at"), moments, centres.current().zone())),
                        "first-name", "last-name", "birth", "since", "left"),
                table(household, GUARDIANS, "guardians", (row, number) -> List.of(words(row, "child"), words(row, "guardian"), since(row, "since")),
                        "child", "guardian", "since"),
                table(household, CONTACTS, "contacts", (row, number) -> List.of(address(row), whose(row), since(row, "created_at")),
                        "address", "whose", "since"),
                table(household, ACCOUNTS, "accounts", (row, number) -> List.of(words(row, "who"), words(row, "mail"), since(row, "linked_at")),
                        "who", "mail", "since"));
    }

    private FileTable table(UUID household, String sql, String name, RowMapper<List<FileCell>> row, String... columns) {
        var statement = database.sql(sql).param("centre", CurrentCentre.require()).param("household", household);
        return new FileTable(say(name + ".title"), Arrays.stream(columns).map(column -> say("column." + column)).toList(),
                statement.param("reader", CurrentUser.account().orElse(Ids.NIL)).query(row).list());
    }

    private FileCell origin(ResultSet row) throws SQLException {
        return FileCell.of(say("opened-by." + Texts.word(Household.Origin.valueOf(row.getString("origin")))));
    }

    private static FileCell address(ResultSet row) throws SQLException {
        return FileCell.of(new ContactRecord(Ids.NIL, null, ContactKind.valueOf(row.getString("kind")), row.getString("address")).shown());
    }

    private FileCell whose(ResultSet row) throws SQLException {
        var name = row.getString("whose");
        return FileCell.of(name == null ? texts.say("people.contacts.of-all") : name);
    }

    private static FileCell words(ResultSet row, String column) throws SQLException {
        return FileCell.of(row.getString(column));
    }

    private FileCell since(ResultSet row, String column) throws SQLException {
        return FileCell.of(instant(row, column), moments, centres.current().zone());
    }

    private String say(String key) {
        return texts.say("people.copy." + key);
    }
}
