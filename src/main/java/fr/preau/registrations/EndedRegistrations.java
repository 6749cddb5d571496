package fr.preau.registrations;

import java.io.Serializable;
import java.util.List;

/**
 * What is over of a family's registrations: some requests, the newest first.
 *
 * @param older whether there are requests from before these
 */
public record EndedRegistrations(List<RegistrationRecord> registrations, boolean older) implements Serializable {
}
