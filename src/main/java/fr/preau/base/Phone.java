package fr.preau.base;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** A phone number, kept as E.164 ({@code +33320000000}) and shown as people write it ({@code 03 20 00 00 00}). */
public record Phone(String e164) {

    private static final String HOME = "FR";
    private static final int LONGEST_TYPED = 40;

    /** Reads what a person typed, French when no country is given; nothing when it cannot be a number. */
    public static Optional<Phone> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            PhoneNumber number = numbers.parse(typed, HOME);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(new Phone(numbers.format(number, PhoneNumberFormat.E164))) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** As it is written in France; with its country code when it is from elsewhere. */
    public String shown() {
        var number = number();
        boolean fromHere = number.getCountryCode() == PhoneNumberUtil.getInstance().getCountryCodeForRegion(HOME);
        return PhoneNumberUtil.getInstance().format(number, fromHere ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }

    @Override
    public String toString() {
        return shown();
    }

    private PhoneNumber number() {
        try {
            return PhoneNumberUtil.getInstance().parse(e164, HOME);
        } catch (NumberParseException e) {
            throw new IllegalStateException("Not E.164: was not made by parse", e);
        }
    }
}
