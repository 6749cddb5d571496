package fr.preau.people;

import fr.preau.base.EmailAddress;
import fr.preau.base.Phone;
import java.util.List;

/**
 * Where a household's messages go.
 *
 * @param displayName whom to greet: the first adult
 * @param mails       none for those who have no address: then somebody calls, or tells them at the desk
 */
public record Reach(String displayName, List<EmailAddress> mails, List<Phone> phones) {

    /** Whether nobody can write or call. */
    public boolean isNone() {
        return mails.isEmpty() && phones.isEmpty();
    }
}
