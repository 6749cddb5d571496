package fr.preau.people;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds commands to the rules that stand on them, and says as values which are broken. */
@Component
public class Rules {

    private final Validator validator;

    Rules(Validator validator) {
        this.validator = validator;
    }

    /** Every rule that the command breaks, of its parts too. */
    public List<PeopleRefusal> broken(Object command) {
        return validator.validate(command).stream().map(Rules::refusal).distinct().toList();
    }

    private static PeopleRefusal refusal(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return new PeopleRefusal(path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
    }
}
