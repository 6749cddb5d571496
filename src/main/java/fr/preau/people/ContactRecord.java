package fr.preau.people;

import fr.preau.base.Phone;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a household, or one of its persons.
 *
 * @param personId empty when it is the whole household's
 * @param address  a mail address, or a phone number as E.164
 */
public record ContactRecord(UUID id, @Nullable UUID personId, ContactKind kind, String address) implements Serializable {

    /** As people write it. */
    public String shown() {
        return kind == ContactKind.PHONE ? new Phone(address).shown() : address;
    }
}
