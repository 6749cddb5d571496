package fr.preau.accounts;

import java.util.List;
import java.util.UUID;

/**
 * Who a visitor of the demonstration may be in one click. Only the demonstration has such a bean, and it is asked only
 * with {@code preau.demo=true}: production has neither.
 */
public interface DemoPersonas {

    /** In the order in which the sign-in page offers them. */
    List<Persona> all();

    /**
     * @param id    as it stands in the address, for example {@code accueil}
     * @param label the key of what the button says
     * @param facts what that sentence needs
     */
    record Persona(String id, String label, List<Object> facts, UUID account) {
    }
}
