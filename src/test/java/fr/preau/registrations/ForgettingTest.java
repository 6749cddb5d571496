package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.preau.accounts.AccountService;
import fr.preau.base.Role;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactService;
import fr.preau.people.DeskSignInService;
import fr.preau.people.FamilyService;
import fr.preau.people.ForgettingService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdService;
import fr.preau.people.Outcome;
import fr.preau.people.PeopleRefusal;
import fr.preau.people.PersonDetails;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.attendance.AttendanceService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;

/** What the privacy page promises: two years after the last contact nothing is left but numbers. */
class ForgettingTest extends RegistrationsTest {

    private static final Duration TWO_YEARS_AND_A_MONTH = Duration.ofDays(761);

    @Autowired
    HouseholdService households;
    @Autowired
    FamilyService families;
    @Autowired
    GuardianService guardians;
    @Autowired
    ContactService contacts;
    @Autowired
    ForgettingService forgetting;
    @Autowired
    DeskSignInService codes;
    @Autowired
    AttendanceService attendance;
    @Autowired
    AccountService accounts;
    @Autowired
    @Qualifier("peopleForgetting")
    RecurringTask<Void> everyNight;
    @Autowired
    @Qualifier("messagingForgetting")
    RecurringTask<Void> oldLetters;

    /** Found nowhere else in the database, since the tests of a class share one. */
    private final String name = "Zara" + letters();
    private final String child = "Balthazar" + letters();
    private Family family;
    private UUID registered;

    @BeforeEach
    void aFamilyThatCameOnce() {
        clock.set(Instant.parse("2024-09-03T10:00:00Z"));
        Group group = town.group(centre).places(5).stands();
        family = town.family(centre).named(name).adult(child).lives();
        registered = one(family, group).registration();
        clock.pass(Duration.ofDays(20));
        round.go();
        assertThat(stateOf(registered)).isEqualTo(COMPLETED);
        database.sql("UPDATE registration_step SET reason = :words WHERE registration_id = :id")
                .param("words", "Madame " + name + " a appelé").param("id", registered).update();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void nothingOfAFamilyIsLeftTwoYearsAfterItsLastContactButWhatIsCounted() {
        assertThat(placesWith(name)).isNotEmpty();
        clock.pass(TWO_YEARS_AND_A_MONTH);

        night();

        assertThat(placesWith(name)).isEmpty();
        assertThat(placesWith(mail())).isEmpty();
        assertThat(placesWith(child)).isEmpty();
        assertThat(stateOf(registered)).isEqualTo(COMPLETED);
        assertThat(asStaff(Role.RECEPTION, () -> households.search("", 0).all())).isZero();
        assertThat(accounts.find(family.account())).hasValueSatisfying(account -> {
            assertThat(account.disabled()).isTrue();
            assertThat(account.displayName()).isEmpty();
        });
    }

    @Test
    void aFamilyThatSignedInSinceIsKept() {
        clock.pass(Duration.ofDays(300));
        accounts.signedIn(family.account());
        clock.pass(Duration.ofDays(500));

        night();

        assertThat(placesWith(name)).isNotEmpty();
    }

    @Test
    void aFamilyThatRegisteredSinceIsKept() {
        clock.pass(TWO_YEARS_AND_A_MONTH);
        one(family, town.group(centre).places(5).stands());

        night();

        assertThat(placesWith(name)).isNotEmpty();
    }

    @Test
    void aFamilyThatHasJustPhonedANewNumberInIsKept() {
        clock.pass(TWO_YEARS_AND_A_MONTH);
        asStaff(Role.RECEPTION, () -> contacts.addContact(family.id(), null, ContactDetails.phone("06 12 34 56 78")));

        night();

        assertThat(placesWith(name)).isNotEmpty();
    }

    @Test
    void whoeverLeftAFamilyIsForgottenAloneTwoYearsLater() {
        var balthazar = family.persons().getLast();
        asStaff(Role.RECEPTION, () -> contacts.addContact(family.id(), balthazar, ContactDetails.mail(child + "@exemple.fr")));
        asStaff(Role.RECEPTION, () -> families.removePerson(balthazar));
        clock.pass(TWO_YEARS_AND_A_MONTH);
        accounts.signedIn(family.account());

        night();

        assertThat(placesWith(child)).isEmpty();
        assertThat(placesWith(name)).isNotEmpty();
    }

    @Test
    void whoeverCameOnceWithoutAFamilyIsForgottenTwoYearsLater() {
        var once = town.group(centre).places(5).stands();
        clock.pass(Duration.ofDays(14));
        asStaff(Role.ANIMATOR, () -> attendance.walkIn(once.session(), child, name));
        clock.pass(Duration.ofDays(700));
        night();
        assertThat(placesWith(child)).contains("attendance.first_name");

        clock.pass(Duration.ofDays(61));
        night();

        assertThat(placesWith(name)).isEmpty();
        assertThat(placesWith(child)).isEmpty();
        assertThat(asStaff(Role.ANIMATOR, () -> attendance.sheet(once.session())).present()).isEqualTo(1);
    }

    @Test
    void whoeverWasHalfDescribedInADraftIsForgottenThirtyDaysLaterOrWithTheFamily() {
        var half = "Celestine" + letters();
        keepDraft(half);
        clock.pass(Duration.ofDays(29));
        round.go();
        assertThat(placesWith(half)).containsExactly("registration_draft.content");
        clock.pass(Duration.ofDays(2));
        round.go();
        assertThat(placesWith(half)).isEmpty();

        keepDraft(half);
        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).value()).isPresent();
        assertThat(placesWith(half)).isEmpty();
    }

    private void keepDraft(String words) {
        var group = town.group(centre).stands();
        as(family, () -> {
            registrations.keepDraft(group.id(), "typed CHILD " + words + " Benali 4 5 2018");
            return true;
        });
    }

    @Test
    void aDirectorForgetsAFamilyThatAsksForIt() {
        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).value()).isPresent();
        assertThat(placesWith(name)).isEmpty();
        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
    }

    @Test
    void nobodyWritesIntoAFileThatIsErased() {
        asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id()));

        assertThat(asStaff(Role.RECEPTION, () -> families.addPerson(family.id(), PersonDetails.adult(child, name))).reasons())
                .containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(asStaff(Role.RECEPTION, () -> contacts.addContact(family.id(), null, ContactDetails.phone("06 12 34 56 78"))).reasons())
                .containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(asStaff(Role.RECEPTION, () -> families.restorePerson(family.person())).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(asStaff(Role.RECEPTION, () -> codes.codeFor(family.person())).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(placesWith(name)).isEmpty();
    }

    @Test
    void lettersAboutOffersGoTooWhereverTheyWent() {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var had = one(holder, group).registration();
        var waits = one(family, group).registration();
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(waits);
        as(family, () -> offers.decline(offer));
        asStaff(Role.RECEPTION, () -> contacts.removeContact(family.id(), family.household().contacts().getFirst().id()));
        assertThat(lettersAbout(offer)).isEqualTo(2);

        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).value()).isPresent();

        assertThat(lettersAbout(offer)).isZero();
    }

    @Test
    void whatElseWasSentToTheFamilysAddressGoesToo() {
        var other = UUID.randomUUID();
        database.sql("UPDATE outbox_letter SET subject_id = :other, state = 'SENT', due_at = NULL WHERE recipient = :mail")
                .param("other", other).param("mail", mail()).update();
        assertThat(lettersAbout(other)).isPositive();

        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).value()).isPresent();

        assertThat(lettersAbout(other)).isZero();
    }

    private int lettersAbout(UUID subject) {
        return database.sql("SELECT COUNT(*) FROM outbox_letter WHERE subject_id = :subject").param("subject", subject).query(Integer.class).single();
    }

    @Test
    void wordsAboutAChildGoAlsoFromWhatTheOtherParentAskedFor() {
        var words = "Varicelle" + letters();
        var mother = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = mother.household().children().getFirst().id();
        var father = town.family(centre).lives();
        asStaff(Role.RECEPTION, () -> guardians.addGuardian(sami, father.person()));
        var his = answers(register(father, town.group(centre).stands(), List.of(sami), PartyRule.WHO_CAN)).getFirst().registration();
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(his), words));
        database.sql("UPDATE registration SET missing = :words WHERE id = :id").param("words", words).param("id", his).update();
        assertThat(placesWith(words)).containsExactlyInAnyOrder("registration_step.reason", "registration.missing");

        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(mother.id())).value()).isPresent();

        assertThat(placesWith(words)).isEmpty();
    }

    @Test
    void aFamilyWithAPlaceIsNotForgottenBeforeThePlaceIsGivenBack() {
        var place = one(family, town.group(centre).places(5).stands()).registration();

        Outcome<UUID> outcome = asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id()));

        assertThat(outcome.reasons()).containsExactly(PeopleRefusal.STILL_REGISTERED);
        as(family, () -> registrations.cancel(Set.of(place)));
        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).value()).isPresent();
    }

    @Test
    void onlyADirectorForgets() {
        assertThatThrownBy(() -> asStaff(Role.RECEPTION, () -> forgetting.forget(family.id()))).isInstanceOf(AccessDeniedException.class);
        var elsewhere = town.centre();
        centre = elsewhere;
        assertThat(asStaff(Role.DIRECTOR, () -> forgetting.forget(family.id())).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
    }

    private String mail() {
        return family.household().contacts().getFirst().address();
    }

    private static String letters() {
        return UUID.randomUUID().toString().chars().filter(Character::isLetterOrDigit)
                .mapToObj(letter -> String.valueOf((char) (Character.isDigit(letter) ? letter + 'g' - '0' : letter))).collect(Collectors.joining());
    }

    private void night() {
        everyNight.execute(null, null);
        oldLetters.execute(null, null);
    }

    /** Every column of the whole database that holds this word. */
    private List<String> placesWith(String word) {
        return database.sql("""
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = DATABASE() AND data_type IN ('varchar', 'char', 'text', 'mediumtext', 'longtext')""")
                .query((row, number) -> List.of(row.getString(1), row.getString(2))).list().stream()
                .filter(column -> database.sql("SELECT COUNT(*) FROM %s WHERE %s LIKE :word".formatted(column.getFirst(), column.getLast()))
                        .param("word", "%" + word + "%").query(Long.class).single() > 0)
                .map(column -> String.join(".", column)).toList();
    }
}
