package fr.preau.people;

import fr.preau.base.EmailAddress;
import fr.preau.base.Phone;
import java.io.Serializable;
import java.util.Optional;

/** A mail address or a phone number as somebody typed it. */
@ContactFits
public record ContactDetails(ContactKind kind, String address) implements Serializable {

    public static ContactDetails mail(String address) {
        return new ContactDetails(ContactKind.MAIL, address);
    }

    public static ContactDetails phone(String address) {
        return new ContactDetails(ContactKind.PHONE, address);
    }

    /** As it is kept; nothing when nobody could be reached there. */
    Optional<String> normal() {
        return switch (kind) {
            case MAIL -> EmailAddress.parse(address).map(EmailAddress::value);
            case PHONE -> Phone.parse(address).map(Phone::e164);
        };
    }

    /** The same, as it is kept; only after the rules have been asked. */
    ContactDetails toKept() {
        return new ContactDetails(kind, normal().orElseThrow());
    }
}
