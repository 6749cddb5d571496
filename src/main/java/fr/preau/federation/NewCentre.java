package fr.preau.federation;

import fr.preau.centres.CentreAddress;
import java.io.Serializable;

/**
 * A centre that an officer wants to open.
 *
 * @param address      what it is called in addresses; nothing for what its name proposes
 * @param federation   what the federation is called, asked for with its first centre only
 * @param directorMail who directs it and gets a letter; with {@code directorName} empty, somebody is named later
 */
public record NewCentre(CentreSheet sheet, String address, String federation, String directorMail, String directorName) implements Serializable {

    private static final int LONGEST_FEDERATION = 120;

    public NewCentre {
        federation = federation.strip();
        directorMail = directorMail.strip();
        directorName = directorName.strip();
        address = address.isBlank() ? CentreAddress.propose(sheet.name()) : address.strip();
    }

    boolean namesADirector() {
        return !directorMail.isEmpty() || !directorName.isEmpty();
    }

    boolean namesTheFederation() {
        return !federation.isEmpty() && federation.length() <= LONGEST_FEDERATION && federation.chars().noneMatch(Character::isISOControl);
    }
}
