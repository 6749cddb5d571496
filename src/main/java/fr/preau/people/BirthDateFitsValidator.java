package fr.preau.people;

import fr.preau.base.Moments;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Holds birth dates to {@link BirthDateFits}; Spring makes it, so that "today" is the application's. */
class BirthDateFitsValidator implements ConstraintValidator<BirthDateFits, PersonDetails> {

    private final Clock clock;

    BirthDateFitsValidator(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isValid(PersonDetails person, ConstraintValidatorContext context) {
        var why = refusal(person.kind(), person.birthDate());
        why.ifPresent(key -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(key).addPropertyNode("birthDate").addConstraintViolation();
        });
        return why.isEmpty();
    }

    private Optional<String> refusal(PersonKind kind, TypedDate typed) {
        if (typed.isNone()) {
            return kind == PersonKind.ADULT ? Optional.empty() : Optional.of("people.refusal.birth-missing");
        }
        if (!typed.hasFullYear()) {
            return Optional.of("people.refusal.birth-year");
        }
        return typed.date().map(date -> refusal(kind, date)).orElse(Optional.of("people.refusal.birth-not-a-date"));
    }

    private Optional<String> refusal(PersonKind kind, LocalDate date) {
        var today = LocalDate.ofInstant(clock.instant(), Moments.PARIS);
        if (date.isAfter(today)) {
            return Optional.of("people.refusal.birth-future");
        }
        if (date.isBefore(today.minusYears(BirthDateFits.OLDEST))) {
            return Optional.of("people.refusal.birth-too-old");
        }
        boolean ofAge = !date.isAfter(today.minusYears(BirthDateFits.OF_AGE));
        if (kind == PersonKind.CHILD && ofAge) {
            return Optional.of("people.refusal.birth-of-an-adult");
        }
        return kind == PersonKind.ADULT && !ofAge ? Optional.of("people.refusal.birth-of-a-child") : Optional.empty();
    }
}
