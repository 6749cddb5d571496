package fr.preau.accounts;

import java.util.Set;
import java.util.UUID;

/** Says in which centres an account has a family. Accounts may not know families: whoever keeps them implements this. */
public interface FamilyCentres {

    Set<UUID> of(UUID account);
}
