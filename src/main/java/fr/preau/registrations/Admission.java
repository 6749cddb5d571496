package fr.preau.registrations;

import fr.preau.activities.ActivityStatus;
import fr.preau.activities.AdmissionRules;
import fr.preau.activities.LockedGroup;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.RegistrationRefusal.Why;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** Who may come in at all, by the rules of the activity (domain rules 5.4). Places are another matter. */
final class Admission {

    /** The age from which people decide for themselves; an adult who keeps her age to herself is at least that old. */
    private static final int OF_AGE = 18;
    /** In years: what is farther away is not worth telling. */
    private static final int WORTH_WAITING_FOR = 2;

    private Admission() {
    }

    /** Whether anybody may register for this group now. */
    static Optional<RegistrationRefusal> toGroup(LockedGroup group, Instant now) {
        var rules = group.rules();
        if (group.status() == ActivityStatus.DRAFT) {
            return refused(Why.NOT_PUBLISHED);
        }
        if (group.status() == ActivityStatus.CANCELLED) {
            return refused(Why.CANCELLED);
        }
        if (group.status() == ActivityStatus.SUSPENDED) {
            return refused(Why.SUSPENDED);
        }
        if (!rules.registrationNeeded()) {
            return refused(Why.NO_REGISTRATION_NEEDED);
        }
        if (rules.opensAt() != null && now.isBefore(rules.opensAt())) {
            return refused(Why.NOT_OPEN_YET, rules.opensAt());
        }
        if (rules.closesAt() != null && !now.isBefore(rules.closesAt())) {
            return refused(Why.CLOSED, rules.closesAt());
        }
        return Optional.empty();
    }

    /**
     * Whether this person is of the right age on the first day that she comes.
     *
     * @param firstDay in the centre's zone
     */
    static Optional<RegistrationRefusal> byAge(AdmissionRules rules, PersonRecord person, LocalDate firstDay) {
        if (rules.audience().isOpenToAll()) {
            return Optional.empty();
        }
        var birth = person.birthDate();
        if (birth == null) {
            return ofUnknownAge(rules, firstDay);
        }
        if (rules.audience().isByBirthYear()) {
            return byBirthYear(rules, birth.getYear());
        }
        int age = Period.between(birth, firstDay).getYears();
        if (rules.minAge() != null && age < rules.minAge()) {
            var old = birth.plusYears(rules.minAge());
            return old.isAfter(firstDay.plusYears(WORTH_WAITING_FOR)) ? refused(Why.TOO_YOUNG, rules.minAge()) : refused(Why.TOO_YOUNG, rules.minAge(), old);
        }
        if (rules.maxAge() != null && age > rules.maxAge()) {
            return refused(Why.TOO_OLD, rules.maxAge());
        }
        return Optional.empty();
    }

    private static Optional<RegistrationRefusal> ofUnknownAge(AdmissionRules rules, LocalDate firstDay) {
        if (rules.maxAge() != null && rules.maxAge() < OF_AGE) {
            return refused(Why.TOO_OLD, rules.maxAge());
        }
        int lastYearOfAdults = firstDay.getYear() - OF_AGE;
        if (rules.birthYearFrom() != null && rules.birthYearFrom() > lastYearOfAdults) {
            return byBirthYear(rules, lastYearOfAdults);
        }
        boolean everyAdult = !rules.audience().isByBirthYear() && rules.maxAge() == null
                && (rules.minAge() == null || rules.minAge() <= OF_AGE);
        return everyAdult ? Optional.empty() : refused(Why.AGE_UNKNOWN);
    }

    private static Optional<RegistrationRefusal> byBirthYear(AdmissionRules rules, int year) {
        var from = rules.birthYearFrom();
        var to = rules.birthYearTo();
        if (from != null && year < from || to != null && year > to) {
            return refused(Why.OTHER_BIRTH_YEARS, from == null ? "" : from.toString(), to == null ? "" : to.toString());
        }
        return Optional.empty();
    }

    private static Optional<RegistrationRefusal> refused(Why why, Object... facts) {
        return Optional.of(RegistrationRefusal.of(why, facts));
    }
}
