package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.AdmissionRules;
import fr.preau.activities.Audience;
import fr.preau.base.Ids;
import fr.preau.people.PersonKind;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.RegistrationRefusal.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ages are those of the first day that somebody comes (domain rules 5.4). */
class AdmissionTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 4);

    @Test
    void whoHasHerBirthdayOnTheFirstDayIsOldEnough() {
        assertThat(why(Audience.aged(6, null), LocalDate.of(2020, 3, 4))).isEmpty();
    }

    @Test
    void whoHasHerBirthdayTheDayAfterIsTooYoungAndLearnsTheMonth() {
        var refusal = Admission.byAge(rules(Audience.aged(6, null)), person(LocalDate.of(2020, 3, 5)), FIRST_DAY).orElseThrow();

        assertThat(refusal.why()).isEqualTo(Why.TOO_YOUNG);
        assertThat(refusal.facts()).containsExactly(6, LocalDate.of(2026, 3, 5));
    }

    @Test
    void whoIsMuchTooYoungIsNotToldAMonthInFortyYears() {
        var refusal = Admission.byAge(rules(Audience.aged(55, null)), person(LocalDate.of(2015, 3, 5)), FIRST_DAY).orElseThrow();

        assertThat(refusal.facts()).containsExactly(55);
        assertThat(refusal.key()).isEqualTo("registrations.refusal.too-young.far");
    }

    @Test
    void bothEndsAreIncluded() {
        assertThat(why(Audience.aged(6, 12), LocalDate.of(2013, 3, 5))).isEmpty();
        assertThat(why(Audience.aged(6, 12), LocalDate.of(2013, 3, 4))).contains(Why.TOO_OLD);
    }

    @Test
    void whoWasBornOnThe29thOfFebruaryIsOlderOnTheFirstOfMarch() {
        var rules = rules(Audience.aged(6, null));
        var child = person(LocalDate.of(2020, 2, 29));

        assertThat(Admission.byAge(rules, child, LocalDate.of(2026, 2, 28))).isPresent();
        assertThat(Admission.byAge(rules, child, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void birthYearsHaveBothEndsOrOne() {
        assertThat(why(Audience.bornIn(2014, 2016), LocalDate.of(2014, 1, 1))).isEmpty();
        assertThat(why(Audience.bornIn(2014, 2016), LocalDate.of(2017, 1, 1))).contains(Why.OTHER_BIRTH_YEARS);
        assertThat(key(Audience.bornIn(2014, null), LocalDate.of(2013, 1, 1))).endsWith(".since");
        assertThat(key(Audience.bornIn(null, 2016), LocalDate.of(2017, 1, 1))).endsWith(".until");
    }

    @Test
    void anAdultWhoKeepsHerAgeToHerselfComesToWhatEveryAdultMayComeTo() {
        assertThat(why(Audience.everybody(), null)).isEmpty();
        assertThat(why(Audience.aged(18, null), null)).isEmpty();
        assertThat(why(Audience.aged(60, null), null)).contains(Why.AGE_UNKNOWN);
        assertThat(why(Audience.aged(6, 12), null)).contains(Why.TOO_OLD);
        assertThat(why(Audience.bornIn(1950, null), null)).contains(Why.AGE_UNKNOWN);
        assertThat(why(Audience.bornIn(2014, 2016), null)).contains(Why.OTHER_BIRTH_YEARS);
    }

    private static Optional<Why> why(Audience audience, @Nullable LocalDate born) {
        return Admission.byAge(rules(audience), person(born), FIRST_DAY).map(RegistrationRefusal::why);
    }

    private static String key(Audience audience, LocalDate born) {
        return Admission.byAge(rules(audience), person(born), FIRST_DAY).orElseThrow().key();
    }

    private static AdmissionRules rules(Audience audience) {
        return new AdmissionRules(audience, true, null, null);
    }

    private static PersonRecord person(@Nullable LocalDate born) {
        return new PersonRecord(Ids.next(), Ids.next(), "Lina", "Benali", born == null ? PersonKind.ADULT : PersonKind.CHILD, born, List.of(), false, 0);
    }
}
