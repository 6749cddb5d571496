package fr.preau.people;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds names to {@link PersonName}. */
class PersonNameValidator implements ConstraintValidator<PersonName, String> {

    private static final String APOSTROPHES = "'’ʼʻ`´";
    /** U+200C stands between letters in Persian names. */
    private static final Pattern LETTERS = Pattern.compile("[" + APOSTROPHES + "]?\\p{L}[\\p{L}\\p{M}\u200C" + APOSTROPHES + " .·\\-‐‑]*");
    private static final Pattern SPACES = Pattern.compile("[ \u00A0\u202F]+");

    private boolean optional;

    @Override
    public void initialize(PersonName rule) {
        optional = rule.optional();
    }

    @Override
    public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
        if (name == null || name.isEmpty()) {
            return optional || refuse(context, "people.refusal.name-missing");
        }
        if (name.length() > PersonName.LONGEST) {
            return refuse(context, "people.refusal.name-long");
        }
        return LETTERS.matcher(name).matches();
    }

    private static boolean refuse(ConstraintValidatorContext context, String key) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(key).addConstraintViolation();
        return false;
    }

    /** What a person typed, without the spaces that nobody sees; accents as one character each. */
    static String tidy(String typed) {
        return SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ").strip();
    }
}
