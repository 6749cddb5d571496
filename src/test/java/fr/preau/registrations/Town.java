package fr.preau.registrations;

import fr.preau.activities.Booking;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.people.ContactDetails;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonRecord;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A centre with activities and families, as tests need them. */
public class Town {

    private final TestCentres centres;
    private final HouseholdService households;
    private final FamilyService families;
    private final JdbcClient database;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();

    Town(TestCentres centres, HouseholdService households, FamilyService families, JdbcClient database, Clock clock) {
        this.centres = centres;
        this.households = households;
        this.families = families;
        this.database = database;
        this.clock = clock;
    }

    public CentreRecord centre() {
        return centres.open();
    }

    /** A group with its sessions, all in the future unless the test says otherwise. */
    public record Group(UUID centre, UUID activity, UUID id, List<UUID> sessions) {

        public UUID session() {
            return sessions.getFirst();
        }
    }

    /** A family with its account; its first person is the adult who has it. */
    public record Family(UUID centre, UUID account, HouseholdRecord household) {

        public UUID id() {
            return household.id();
        }

        public List<UUID> persons() {
            return household.persons().stream().map(PersonRecord::id).toList();
        }

        List<UUID> persons(int number) {
            return persons().subList(0, number);
        }

        public UUID person() {
            return persons().getFirst();
        }

        void signIn() {
            SignIn.asResident(account);
        }
    }

    public GroupBuilder group(CentreRecord centre) {
        return new GroupBuilder(centre.id());
    }

    public FamilyBuilder family(CentreRecord centre) {
        return new FamilyBuilder(centre.id());
    }

    public final class GroupBuilder {

        private final UUID centre;
        private Booking booking = Booking.BY_SESSION;
        private int places = 12;
        private int sessions = 1;
        private Instant first;
        private String ages = "NULL, NULL, NULL, NULL";
        private String status = "PUBLISHED";
        private boolean approval;
        private Instant opens;
        private Instant closes;

        private GroupBuilder(UUID centre) {
            this.centre = centre;
            // in the early afternoon, whenever the test runs: two hours later it is the same day
            this.first = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(14, ChronoUnit.DAYS).plus(13, ChronoUnit.HOURS);
        }

        public GroupBuilder series(int number) {
            booking = Booking.WHOLE_SERIES;
            sessions = number;
            return this;
        }

        GroupBuilder sessions(int number) {
            sessions = number;
            return this;
        }

        public GroupBuilder places(int number) {
            places = number;
            return this;
        }

        public GroupBuilder startingAt(Instant instant) {
            first = instant;
            return this;
        }

        GroupBuilder aged(int min, int max) {
            ages = min + ", " + max + ", NULL, NULL";
            return this;
        }

        /** The team answers each request. */
        GroupBuilder byApproval() {
            approval = true;
            return this;
        }

        GroupBuilder status(String is) {
            status = is;
            return this;
        }

        GroupBuilder open(Instant from, Instant to) {
            opens = from;
            closes = to;
            return this;
        }

        public Group stands() {
            var activity = Ids.next();
            var group = Ids.next();
            database.sql("""
                    INSERT INTO activity (id, centre_id, title, slug, summary, description, category, min_age, max_age, birth_year_from,
                      birth_year_to, with_adult, place, access_note, bring, price, registration_needed, needs_approval, opens_at, closes_at,
                      status, changed_at, search_key, version)
                    VALUES (:id, :centre, 'Cuisine du monde', :slug, 'On cuisine', 'On cuisine ensemble', 'COOKING', %s, false,
                      'Cuisine du centre', '', '', '', true, :approval, :opens, :closes, :status, NOW(6), 'cuisine du monde', 0)""".formatted(ages))
                    .param("id", activity).param("centre", centre).param("slug", "cuisine-" + count.incrementAndGet())
                    .param("opens", utc(opens)).param("closes", utc(closes)).param("status", status).param("approval", approval).update();
            database.sql("""
                    INSERT INTO activity_group (id, centre_id, activity_id, name, booking, default_places, version)
                    VALUES (:id, :centre, :activity, '', :booking, :places, 0)""")
                    .param("id", group).param("centre", centre).param("activity", activity)
                    .param("booking", booking.name()).param("places", places).update();
            var ids = new ArrayList<UUID>();
            for (int i = 0; i < sessions; i++) {
                ids.add(session(group, first.plus(7L * i, ChronoUnit.DAYS)));
            }
            return new Group(centre, activity, group, ids);
        }

        private UUID session(UUID group, Instant starts) {
            var id = Ids.next();
            database.sql("""
                    INSERT INTO activity_session (id, centre_id, group_id, starts_at, ends_at, weekday, places, taken, waiting, overbooked,
                      kept, status, sequence, version)
                    VALUES (:id, :centre, :group, :starts, :ends, 3, :places, 0, 0, 0, 0, 'PLANNED', 0, 0)""")
                    .param("id", id).param("centre", centre).param("group", group).param("starts", utc(starts))
                    .param("ends", utc(starts.plus(2, ChronoUnit.HOURS))).param("places", places).update();
            return id;
        }
    }

    public final class FamilyBuilder {

        private final UUID centre;
        private final int number = count.incrementAndGet();
        private final List<PersonDetails> others = new ArrayList<>();
        private Optional<String> mail = Optional.of("famille" + number + "@exemple.fr");
        private Optional<String> phone = Optional.empty();
        private String lastName = "Famille " + Integer.toString(number).chars().mapToObj(digit -> String.valueOf((char) (digit + 49))).collect(Collectors.joining());

        private FamilyBuilder(UUID centre) {
            this.centre = centre;
        }

        FamilyBuilder child(String firstName, LocalDate born) {
            others.add(PersonDetails.child(firstName, lastName, born));
            return this;
        }

        public FamilyBuilder adult(String firstName) {
            others.add(PersonDetails.adult(firstName, lastName));
            return this;
        }

        /** So many persons in all, all of age. */
        public FamilyBuilder of(int persons) {
            for (int i = 1; i < persons; i++) {
                adult("Adulte" + "abcdefgh".charAt(i));
            }
            return this;
        }

        public FamilyBuilder named(String name) {
            lastName = name;
            return this;
        }

        public FamilyBuilder unreachable() {
            mail = Optional.empty();
            return this;
        }

        FamilyBuilder withPhone(String number) {
            phone = Optional.of(number);
            return this;
        }

        public FamilyBuilder phoneOnly(String number) {
            mail = Optional.empty();
            phone = Optional.of(number);
            return this;
        }

        public Family lives() {
            SignIn.as(centre, Role.RECEPTION);
            return CurrentCentre.in(centre, () -> {
                var contacts = new ArrayList<ContactDetails>();
                mail.ifPresent(address -> contacts.add(ContactDetails.mail(address)));
                phone.ifPresent(digits -> contacts.add(ContactDetails.phone(digits)));
                var id = households.openAtDesk(new NewHousehold(PersonDetails.adult("Amina", lastName), contacts)).value().orElseThrow();
                others.forEach(other -> families.addPerson(id, other).value().orElseThrow());
                var account = Ids.next();
                database.sql("""
                        INSERT INTO account (id, display_name, email, disabled, session_round, created_at, version)
                        VALUES (:id, 'Amina', NULL, false, 0, NOW(6), 0)""").param("id", account).update();
                var adult = households.require(id).adults().getFirst().id();
                households.link(id, account, adult);
                var family = new Family(centre, account, households.require(id));
                SignIn.out();
                return family;
            });
        }
    }

    static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
