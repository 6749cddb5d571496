package fr.preau.messaging;

import fr.preau.base.EmailAddress;
import java.util.Locale;

/**
 * Who reads a letter, and in which language.
 *
 * @param name as the person is greeted; may be empty
 */
public record Recipient(EmailAddress address, String name, Locale language) {

    public Recipient(EmailAddress address, String name) {
        this(address, name, Locale.FRENCH);
    }
}
