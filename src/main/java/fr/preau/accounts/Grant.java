package fr.preau.accounts;

import fr.preau.base.Role;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role held in a centre, or in the whole federation when {@code centre} is absent. */
public record Grant(Role role, @Nullable UUID centre) implements Serializable {

    boolean holdsIn(@Nullable UUID here) {
        return centre == null || centre.equals(here);
    }
}
