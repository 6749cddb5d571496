package fr.preau.people;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** It has the form of a mail address or of a phone number; only a message or a call proves more. */
@Constraint(validatedBy = ContactFits.Check.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ContactFits {

    String message() default "people.refusal.mail";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds contacts to this rule; the refusal stands beside the field of its kind. */
    class Check implements ConstraintValidator<ContactFits, ContactDetails> {

        @Override
        public boolean isValid(ContactDetails contact, ConstraintValidatorContext context) {
            if (contact.normal().isPresent()) {
                return true;
            }
            String field = contact.kind() == ContactKind.MAIL ? "mail" : "phone";
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("people.refusal." + field).addPropertyNode(field).addConstraintViolation();
            return false;
        }
    }
}
