package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.PlacesService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Letter;
import fr.preau.messaging.Recipient;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.RegisterOutcome.Refused;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of this module share: a town, and the words to say what its families do. */
@PreauTest
@InTown
public abstract class RegistrationsTest {

    @TestConfiguration(proxyBeanMethods = false)
    static class TownConfig {

        @Bean
        Town town(TestCentres centres, HouseholdService households, FamilyService families, JdbcClient database, TestClock clock) {
            return new Town(centres, households, families, database, clock);
        }

        @Bean
        @Primary
        SwitchableLock booksWithASwitch(PlacesService places, WaitingLines lines, TestClock clock) {
            return new SwitchableLock(places, lines, clock);
        }

        @Bean
        @Primary
        SwitchableQueue queueWithASwitch(SwitchableLock books, RetriedTransaction transactions) {
            return new SwitchableQueue(books, transactions);
        }
    }

    @Autowired
    protected Town town;
    @Autowired
    protected RegistrationService registrations;
    @Autowired
    protected OfferService offers;
    @Autowired
    protected DeskService desk;
    @Autowired
    ApprovalService approvals;
    @Autowired
    Round round;
    @Autowired
    RegistrationLetters writer;
    @Autowired
    protected JdbcClient database;
    @Autowired
    protected TestClock clock;
    @Autowired
    SwitchableLock lock;
    @Autowired
    SwitchableQueue queue;

    protected CentreRecord centre;

    @BeforeEach
    void aCentre() {
        centre = town.centre();
    }

    protected <T> T in(Callable<T> work) {
        return CurrentCentre.in(centre.id(), () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What a family does, signed in as itself. */
    protected <T> T as(Family family, Callable<T> work) {
        family.signIn();
        try {
            return in(work);
        } finally {
            SignIn.out();
        }
    }

    protected <T> T asStaff(Role role, Callable<T> work) {
        SignIn.as(centre.id(), role);
        try {
            return in(work);
        } finally {
            SignIn.out();
        }
    }

    /** What the house does by itself each minute. */
    protected void aRound() {
        round.go();
    }

    protected RegisterOutcome register(Family family, Group group, List<UUID> persons, PartyRule rule) {
        return register(family, group, UUID.randomUUID().toString(), persons, rule);
    }

    RegisterOutcome register(Family family, Group group, String key, List<UUID> persons, PartyRule rule) {
        return as(family, () -> registrations.register(new RegisterCommand(key, group.id(), family.id(), persons,
                Set.copyOf(group.sessions()), rule, Channel.WEB)));
    }

    /** The adult of the family, for one session or a whole series. */
    protected Answer one(Family family, Group group) {
        return answers(register(family, group, List.of(family.person()), PartyRule.WHO_CAN)).getFirst();
    }

    protected static List<Answer> answers(RegisterOutcome outcome) {
        assertThat(outcome).isInstanceOf(Registered.class);
        return ((Registered) outcome).answers();
    }

    protected RegistrationState stateOf(UUID registration) {
        return RegistrationState.valueOf(database.sql("SELECT state FROM registration WHERE id = :id").param("id", registration)
                .query(String.class).single());
    }

    /** Why nobody is registered. */
    static List<Why> whys(RegisterOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).whyNot().stream().map(refusal -> refusal.why().why()).toList();
    }

    int letters(String kind) {
        return database.sql("SELECT COUNT(*) FROM outbox_letter WHERE centre_id = :centre AND kind = :kind")
                .param("centre", centre.id()).param("kind", "registrations." + kind).query(Integer.class).single();
    }

    int allLetters() {
        return database.sql("SELECT COUNT(*) FROM outbox_letter WHERE centre_id = :centre").param("centre", centre.id())
                .query(Integer.class).single();
    }

    /** The mail server takes what waits: none leaves by itself in these tests. */
    void lettersLeave() {
        database.sql("UPDATE outbox_letter SET state = 'SENT', due_at = NULL WHERE centre_id = :centre AND state = 'WAITING'")
                .param("centre", centre.id()).update();
    }

    /** The latest letter of this kind, as it would leave now. */
    Optional<Letter> letter(String kind) {
        return in(() -> writer.write(envelope(kind)));
    }

    /** The latest letter of this kind to this family, as it would leave now. */
    Letter letterTo(Family family, String kind) {
        return in(() -> writer.write(envelope(kind, "subject_id IN (SELECT id FROM registration_request WHERE household_id = '" + family.id() + "')"))).orElseThrow();
    }

    Envelope envelope(String kind) {
        return envelope(kind, "1 = 1");
    }

    private Envelope envelope(String kind, String which) {
        return database.sql("SELECT letter_key, subject_id FROM outbox_letter WHERE centre_id = :centre AND kind = :kind AND " + which + " ORDER BY id DESC LIMIT 1")
                .param("centre", centre.id()).param("kind", "registrations." + kind)
                .query((row, number) -> new Envelope(row.getString(1), "registrations." + kind, row.getObject(2, UUID.class),
                        new Recipient(new EmailAddress("amina@exemple.fr"), "Amina"))).single();
    }

    static String textOf(Letter letter) {
        return letter.subject() + "\n" + List.copyOf(letter.parts());
    }

    /** The sequence of each of its entries for the calendar, by its uid. */
    static Map<String, Integer> numbers(Letter letter) {
        return letter.invitation().orElseThrow().entries().stream().collect(Collectors.toMap(Invitation.Entry::uid, Invitation.Entry::sequence));
    }

    protected UUID openOffer(UUID registration) {
        return database.sql("""
                SELECT o.id FROM place_offer o JOIN registration r ON r.party_id = o.party_id WHERE r.id = :id AND o.is_open = 1""")
                .param("id", registration).query(UUID.class).single();
    }

    /** Does all of this at the same moment, each on a thread of its own, and waits for the answers; an exception fails the test. */
    protected <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(works.size())) {
            var answers = works.stream().map(work -> threads.submit(() -> {
                start.await();
                return work.call();
            })).toList();
            start.countDown();
            var all = new ArrayList<T>();
            for (var answer : answers) {
                all.add(answer.get(60, TimeUnit.SECONDS));
            }
            return all;
        }
    }

    /** Seats that are taken in a session, counted row by row. */
    protected int taken(UUID session) {
        return seats(session, "TAKEN");
    }

    private int seats(UUID session, String standing) {
        return database.sql("SELECT COUNT(*) FROM seat WHERE session_id = :session AND standing = :standing")
                .param("session", session).param("standing", standing).query(Integer.class).single();
    }

    /** The counters that pages read are what a recount gives, whatever has happened. */
    protected void countersAreTrue(Group group) {
        for (var session : group.sessions()) {
            var counters = database.sql("SELECT taken, waiting FROM activity_session WHERE id = :id").param("id", session)
                    .query((row, number) -> List.of(row.getInt(1), row.getInt(2))).single();
            assertThat(counters).as("taken and waiting").isEqualTo(List.of(seats(session, "TAKEN"), seats(session, "WAITING")));
        }
        int parties = database.sql("""
                SELECT COUNT(*) FROM (SELECT DISTINCT party_id, session_id FROM registration WHERE group_id = :group AND state = 'WAITING') p""")
                .param("group", group.id()).query(Integer.class).single();
        int counted = database.sql("SELECT COALESCE(SUM(parties), 0) FROM waiting_line WHERE group_id = :group")
                .param("group", group.id()).query(Integer.class).single();
        assertThat(counted).as("parties that wait").isEqualTo(parties);
    }
}
