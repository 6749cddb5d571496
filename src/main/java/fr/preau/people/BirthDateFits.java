package fr.preau.people;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A child's birth date is there, an adult's may be left out; it exists, is neither in the future nor more than
 * {@value #OLDEST} years ago, and says the same as "adult" or "child".
 */
@Constraint(validatedBy = BirthDateFitsValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BirthDateFits {

    int OLDEST = 120;
    int OF_AGE = 18;

    String message() default "people.refusal.birth-not-a-date";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
