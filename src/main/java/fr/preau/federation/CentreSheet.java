package fr.preau.federation;

import fr.preau.base.EmailAddress;
import fr.preau.base.Phone;
import fr.preau.base.Texts;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.Contact;
import fr.preau.centres.HolidayZone;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;

/** What a centre is called and how it is found: what its public pages and its letters say; and which school holidays its dates leave out. */
public record CentreSheet(String name, String shortName, String street, String postcode, String city, String phone, String mail,
                          String openingHours, HolidayZone zone) implements Serializable {

    /** A line of the sheet. */
    public enum Line {
        NAME, SHORT_NAME, STREET, POSTCODE, CITY, PHONE, MAIL, OPENING_HOURS;

        /** How it is written in keys of the bundles and in names of fields. */
        public String key() {
            return Texts.word(this);
        }
    }

    public CentreSheet {
        name = name.strip();
        shortName = shortName.strip();
        street = street.strip();
        postcode = postcode.strip();
        city = city.strip();
        phone = phone.strip();
        mail = mail.strip();
        openingHours = openingHours.strip();
    }

    static CentreSheet of(CentreRecord centre) {
        var contact = centre.contact();
        return new CentreSheet(centre.name(), centre.shortName(), contact.street(), contact.postcode(), contact.city(), contact.phone(),
                contact.email(), contact.openingHours(), centre.holidayZone());
    }

    public String line(Line line) {
        return switch (line) {
            case NAME -> name;
            case SHORT_NAME -> shortName;
            case STREET -> street;
            case POSTCODE -> postcode;
            case CITY -> city;
            case PHONE -> phone;
            case MAIL -> mail;
            case OPENING_HOURS -> openingHours;
        };
    }

    /** The lines that cannot be kept as they are. */
    Set<Line> wrong() {
        var wrong = EnumSet.noneOf(Line.class);
        for (var line : Line.values()) {
            boolean fits = switch (line) {
                case NAME -> isText(name, 120);
                case SHORT_NAME -> isText(shortName, 60);
                case STREET -> isText(street, 160);
                case POSTCODE -> postcode.matches("[0-9]{5}");
                case CITY -> isText(city, 80);
                case PHONE -> phone.length() <= 30 && Phone.parse(phone).isPresent();
                case MAIL -> EmailAddress.parse(mail).isPresent();
                case OPENING_HOURS -> isText(openingHours, 400);
            };
            if (!fits) {
                wrong.add(line);
            }
        }
        return wrong;
    }

    Contact contact() {
        return new Contact(street, postcode, city, phone, mail, openingHours);
    }

    private static boolean isText(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
