package fr.preau.people;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name: letters of any writing, with apostrophes, hyphens, dots and spaces between them, at most {@value #LONGEST}
 * characters. Digits, signs, emoji, line breaks and invisible characters are refused: they come from a slip or from
 * mischief, and would travel into mail headers and tables.
 */
@Constraint(validatedBy = PersonNameValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonName {

    /** As long as the column. */
    int LONGEST = 80;

    /** Whether there may be none. */
    boolean optional() default false;

    String message() default "people.refusal.name-letters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
