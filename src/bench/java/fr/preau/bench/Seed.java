package fr.preau.bench;

import fr.preau.base.SearchKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Fills a base as a federation's looks after a season: 5 centres, 20 000 people, 2 000 activities, 100 000 registrations and a
 * million attendances. The same seed gives the same base, relative to this week.
 */
final class Seed {

    static final long SEED = 20_260_901L;
    /** Grows when the base is filled in another way, so that an older one on the disk is not taken. */
    static final long EDITION = 3;

    /** The demonstration's one click knows the staff of this centre. */
    static final List<String> CENTRES = List.of("belencontre", "phalempins", "l-echo", "mjc-virolois", "lazare-garreau");

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int PEOPLE = 4_000;
    private static final int ACTIVITIES = 400;
    private static final int REGISTRATIONS = 50;
    private static final int CONFIRMED = 40;
    private static final int WAITING = 6;
    /** Of one family after the other; two people each on average, so that each centre has 2 000 families who may all come at once. */
    private static final int[] CHILDREN = {1, 0, 2, 1};
    private static final int WEEKS_PAST = 13;
    private static final int WEEKS_AHEAD = 5;
    private static final List<String> NAMES = List.of("Benali", "Dubois", "N’Diaye", "Kowalczyk", "Da Silva", "Yılmaz", "Haddad", "Lefebvre",
            "Traoré", "Nguyen", "Martins", "Delattre", "Bouchard", "Öztürk", "Diallo", "Carpentier", "Mansouri", "Petit", "Sanogo", "Rahmani");
    private static final List<String> FIRST_NAMES = List.of("Amina", "Claire", "Fatou", "Ewa", "Lúcia", "Elif", "Sophie", "Nadia", "Karim",
            "Moussa", "João", "Luc", "Inès", "Adam", "Zoé", "Yanis", "Maëlle", "Noah", "Awa", "Jade");
    private static final List<String> CATEGORIES = List.of("COOKING", "HOMEWORK", "DIGITAL", "SPORT", "GARDEN", "ARTS", "CRAFT", "MUSIC", "LANGUAGE", "FAMILY");
    private static final List<String> TITLES = List.of("Cuisine du monde", "Aide aux devoirs", "Ordinateur sans peur", "Gymnastique douce",
            "Jardin partagé", "Peinture", "Couture", "Chorale", "Français pour tous", "Éveil des tout-petits");

    private final double factor;
    private final Random random = new Random(SEED);
    private final LocalDate today = week();
    private final Instant past = today.minusWeeks(WEEKS_PAST + 2).atTime(10, 0).atZone(PARIS).toInstant();
    private int codes;
    private long ids = past.toEpochMilli() << 4;

    /** @param factor of people and activities; 1 is the whole */
    Seed(double factor) {
        this.factor = factor;
    }

    /** Somebody with an account who may register herself. */
    record Resident(UUID account, String mail, UUID centre, UUID household, UUID person) {
    }

    private record Home(UUID id, UUID account, String mail) {
    }

    private record Somebody(UUID id, UUID household, UUID account, String mail) {
    }

    /** Residents of this centre, one for each family, in the order of their mail addresses. */
    static List<Resident> residents(Database database, String centre, int count) throws SQLException {
        List<Resident> found = new ArrayList<>();
        try (Connection connection = database.connection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("""
                     SELECT a.id, a.email, h.centre_id, h.household_id, h.person_id FROM household_account h
                     JOIN account a ON a.id = h.account_id JOIN centre c ON c.id = h.centre_id
                     WHERE c.slug = '%s' ORDER BY a.email LIMIT %d""".formatted(centre, count))) {
            while (rows.next()) {
                found.add(new Resident(uuid(rows, 1), rows.getString(2), uuid(rows, 3), uuid(rows, 4), uuid(rows, 5)));
            }
        }
        return found;
    }

    private static UUID uuid(ResultSet rows, int column) throws SQLException {
        return UUID.fromString(rows.getString(column));
    }

    void fill(Database database) throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION foreign_key_checks = 0, SESSION unique_checks = 0");
            }
            UUID federation = id();
            insert(connection, "federation", "id, name, version", federation, "Fédération du banc", 0);
            for (int i = 0; i < CENTRES.size(); i++) {
                UUID centre = id();
                String slug = CENTRES.get(i);
                insert(connection, "centre", """
                        id, federation_id, slug, name, short_name, code, street, postcode, city, phone, email, opening_hours, holiday_zone, time_zone, version""",
                        centre, federation, slug, "Centre social " + (i + 1), "Centre " + (i + 1), "BA" + (i + 1), "1 place de la Cour", "59000", "Lille",
                        "03 20 00 00 01", "accueil@" + slug + ".example", "Du lundi au vendredi, de 9 h à 12 h", "B", "Europe/Paris", 0);
                staff(connection, centre, slug);
                var people = families(connection, centre, slug);
                for (int activity = 0; activity < scaled(ACTIVITIES); activity++) {
                    activity(connection, centre, activity, people);
                    if (activity % 20 == 19) {
                        connection.commit();
                    }
                }
                connection.commit();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE TABLE person, activity, activity_session, registration, seat, attendance, registration_request, outbox_letter");
            }
            connection.commit();
        }
    }

    /** All dates are relative to this Monday. */
    static LocalDate week() {
        return LocalDate.now(PARIS).with(DayOfWeek.MONDAY);
    }

    private int scaled(int whole) {
        return scaled(whole, factor);
    }

    private static int scaled(int whole, double factor) {
        return Math.max(1, (int) (whole * factor));
    }

    /** How many activities each centre has; their addresses are {@code activite-0} and so on. */
    static int activities(double factor) {
        return scaled(ACTIVITIES, factor);
    }

    private void staff(Connection connection, UUID centre, String slug) throws SQLException {
        var roles = List.of(List.of("direction", "DIRECTOR", "Hélène Marchand"), List.of("accueil", "RECEPTION", "Samia Ferhat"),
                List.of("animation", "ANIMATOR", "Thomas Lecocq"));
        for (var role : roles) {
            UUID account = id();
            insert(connection, "account", "id, display_name, email, disabled, session_round, created_at, version",
                    account, role.get(2), role.get(0) + "@" + slug + ".example", false, 0, past, 0);
            insert(connection, "role_grant", "id, account_id, centre_id, role", id(), account, centre, role.get(1));
        }
    }

    private List<Somebody> families(Connection connection, UUID centre, String slug) throws SQLException {
        List<Somebody> people = new ArrayList<>();
        try (var accounts = new Rows(connection, "account", "id, display_name, email, disabled, session_round, created_at, version");
             var households = new Rows(connection, "household", "id, centre_id, name, origin, created_at, version");
             var persons = new Rows(connection, "person", "id, centre_id, household_id, first_name, last_name, search_name, birth_date, created_at, version");
             var links = new Rows(connection, "household_account", "id, centre_id, household_id, account_id, person_id, linked_at, version");
             var guardians = new Rows(connection, "guardianship", "id, centre_id, child_id, guardian_id, since, version");
             var contacts = new Rows(connection, "contact_point", "id, centre_id, household_id, person_id, kind, address, created_at, version")) {
            for (int family = 0; people.size() < scaled(PEOPLE); family++) {
                String last = pick(NAMES);
                String first = pick(FIRST_NAMES);
                var home = new Home(id(), id(), "f%05d@%s.example".formatted(family, slug));
                UUID adult = id();
                accounts.add(home.account, first + " " + last, home.mail, false, 0, past, 0);
                households.add(home.id, centre, "Famille " + last, "RESIDENT", past, 0);
                person(persons, people, centre, home, adult, first, last, today.minusYears(25 + random.nextInt(40)));
                links.add(id(), centre, home.id, home.account, adult, past, 0);
                contacts.add(id(), centre, home.id, null, "MAIL", home.mail, past, 0);
                contacts.add(id(), centre, home.id, null, "PHONE", "+336%08d".formatted(random.nextInt(100_000_000)), past, 0);
                for (int child = 0; child < CHILDREN[family % CHILDREN.length]; child++) {
                    UUID id = id();
                    person(persons, people, centre, home, id, pick(FIRST_NAMES), last, today.minusYears(4 + random.nextInt(12)).minusDays(random.nextInt(300)));
                    guardians.add(id(), centre, id, adult, past, 0);
                }
            }
        }
        connection.commit();
        return people;
    }

    private void person(Rows persons, List<Somebody> people, UUID centre, Home home, UUID id, String first, String last, LocalDate born) throws SQLException {
        persons.add(id, centre, home.id, first, last, " " + SearchKey.of(first + " " + last), born, past, 0);
        people.add(new Somebody(id, home.id, home.account, home.mail));
    }

    private void activity(Connection connection, UUID centre, int number, List<Somebody> people) throws SQLException {
        UUID activity = id();
        UUID group = id();
        int kind = number % TITLES.size();
        String title = TITLES.get(kind) + " " + (number / TITLES.size() + 1);
        // one in two is full, with people waiting
        boolean full = number % 2 == 0;
        int places = full ? CONFIRMED : CONFIRMED + 20;
        insert(connection, "activity", """
                id, centre_id, title, slug, summary, description, category, with_adult, place, access_note, bring, price, registration_needed, \
                status, published_at, changed_at, search_key, version""",
                activity, centre, title, "activite-" + number, "Un moment à partager, chaque semaine.", "Venez comme vous êtes. ".repeat(12), CATEGORIES.get(kind),
                false, "Salle " + (number % 6 + 1), "", "", "Gratuit", true, "PUBLISHED", past, past,
                SearchKey.of(title + " un moment a partager chaque semaine salle " + (number % 6 + 1)), 0);
        insert(connection, "activity_group", "id, centre_id, activity_id, name, booking, default_places, version",
                group, centre, activity, "", "WHOLE_SERIES", places, 0);
        var sessions = sessions(connection, centre, group, number, places, full ? WAITING : 0);
        registrations(connection, centre, group, number, full, people, sessions);
        if (full) {
            insert(connection, "waiting_line", "id, centre_id, group_id, parties, last_queued, version", group, centre, group, WAITING,
                    past.plusSeconds(REGISTRATIONS * 60L), 0);
        }
    }

    /** Once a week, first those that are over. */
    private List<UUID> sessions(Connection connection, UUID centre, UUID group, int number, int places, int waiting) throws SQLException {
        List<UUID> sessions = new ArrayList<>();
        int day = 1 + number % 6;
        LocalTime hour = LocalTime.of(9 + number % 10, 0);
        LocalDate first = today.minusWeeks(WEEKS_PAST).with(DayOfWeek.of(day));
        try (var rows = new Rows(connection, "activity_session", """
                id, centre_id, group_id, starts_at, ends_at, weekday, places, taken, waiting, overbooked, kept, status, sequence, version""")) {
            for (int week = 0; week < WEEKS_PAST + 1 + WEEKS_AHEAD; week++) {
                var starts = first.plusWeeks(week).atTime(hour).atZone(PARIS).toInstant();
                UUID session = id();
                rows.add(session, centre, group, starts, starts.plus(Duration.ofMinutes(90)), day, places, CONFIRMED, waiting, 0, 0, "PLANNED", 0, 0);
                sessions.add(session);
            }
        }
        return sessions;
    }

    private void registrations(Connection connection, UUID centre, UUID group, int number, boolean full, List<Somebody> people, List<UUID> sessions) throws SQLException {
        try (var requests = new Rows(connection, "registration_request", """
                id, centre_id, idempotency_key, code, household_id, group_id, party_rule, channel, author_id, asked_at, version""");
             var rows = new Rows(connection, "registration", """
                id, centre_id, request_id, household_id, group_id, person_id, party_id, state, priority, queued_at, overbooked, changed_at, version""");
             var seats = new Rows(connection, "seat", "id, centre_id, registration_id, session_id, person_id, standing, sequence, version");
             var steps = new Rows(connection, "registration_step", """
                id, centre_id, registration_id, from_state, to_state, actor, account_id, channel, happened_at""");
             var attendances = new Rows(connection, "attendance", """
                id, centre_id, session_id, person_id, origin, mark, marked_at, version""");
             var letters = new Rows(connection, "outbox_letter", """
                id, centre_id, letter_key, copy, kind, subject_id, recipient, recipient_name, language, state, attempts, title, body, message_id, sent_at, created_at, version""")) {
            for (int i = 0; i < Math.min(REGISTRATIONS, people.size()); i++) {
                var who = people.get((number * REGISTRATIONS + i * 7) % people.size());
                String state = i < CONFIRMED ? "CONFIRMED" : full && i < CONFIRMED + WAITING ? "WAITING" : "CANCELLED_BY_FAMILY";
                var at = past.plusSeconds(60L * i);
                UUID request = id();
                UUID registration = id();
                requests.add(request, centre, "seed-" + request, code(), who.household, group, "WHO_CAN", "WEB", who.account, at, 0);
                rows.add(registration, centre, request, who.household, group, who.id, id(), state, 0, at, false, at, 0);
                steps.add(id(), centre, registration, "DRAFT", state.equals("WAITING") ? "WAITING" : "CONFIRMED", "FAMILY", who.account, "WEB", at);
                UUID letter = id();
                letters.add(letter, centre, "seed-" + letter, 0, "registrations.registration-confirmed", request, who.mail, "Famille", "fr", "SENT", 1,
                        "Votre inscription", "Bonjour, votre inscription est enregistrée. ".repeat(8), letter + "@preau.example", at, at, 0);
                for (int session = 0; session < sessions.size(); session++) {
                    boolean over = session < WEEKS_PAST;
                    if (state.equals("CONFIRMED") || !over) {
                        seats.add(id(), centre, registration, sessions.get(session), who.id,
                                state.equals("CONFIRMED") ? "TAKEN" : state.equals("WAITING") ? "WAITING" : "RELEASED", 0, 0);
                    }
                    if (over && state.equals("CONFIRMED")) {
                        attendances.add(id(), centre, sessions.get(session), who.id, "EXPECTED", random.nextInt(5) == 0 ? "ABSENT" : "PRESENT", at, 0);
                    }
                }
            }
        }
    }

    private static void insert(Connection connection, String table, String columns, Object... values) throws SQLException {
        try (var rows = new Rows(connection, table, columns)) {
            rows.add(values);
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** As people read it out at the desk; one each in the whole base, so in each centre too. */
    private String code() {
        codes++;
        return "BAN-%03d-%03d".formatted(codes / 1000, codes % 1000);
    }

    /** A version 7 id like the application's, but the same at each run. */
    private UUID id() {
        long instant = ids++ >> 4;
        return new UUID(instant << 16 | 0x7000L | random.nextInt(0x1000), random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }
}
