package fr.preau.registrations.ui.desk;

import com.vaadin.flow.router.QueryParameters;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.GroupSheet;
import fr.preau.people.HouseholdRecord;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of a family is registered for an activity.
 *
 * @param address what it says was chosen already: an interrupted desk comes back to what it had ticked
 */
record DeskTask(ActivitySheet sheet, HouseholdRecord family, QueryParameters address) implements Serializable {

    String title() {
        return sheet.about().title() + " · " + family.name();
    }

    boolean teamAnswers() {
        return sheet.rules().needsApproval();
    }

    /** The one that the address names, or the first. */
    GroupSheet group() {
        var named = ids("groupe");
        return sheet.groups().stream().filter(one -> named.contains(one.id())).findFirst().orElse(sheet.groups().getFirst());
    }

    Set<UUID> ids(String name) {
        return DeskNavigation.ids(address, name);
    }

    /** Which of these the address says. */
    <E extends Enum<E>> Optional<E> said(String name, E[] all) {
        return Arrays.stream(all).filter(one -> address.getSingleParameter(name).filter(DeskNavigation.word(one)::equals).isPresent()).findFirst();
    }
}
