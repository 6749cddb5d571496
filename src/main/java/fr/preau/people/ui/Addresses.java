package fr.preau.people.ui;

import com.vaadin.flow.router.NotFoundException;
import java.util.UUID;

/** Ids as they stand in addresses. */
final class Addresses {

    private Addresses() {
    }

    /** The id; what is none leads nowhere. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
