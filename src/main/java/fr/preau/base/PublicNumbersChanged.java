package fr.preau.base;

import java.util.UUID;

/**
 * A number on the public pages of a centre has changed: somebody took a place or gave one back. It happens many times a second, so
 * that pages may show the number that was before for a moment.
 */
public record PublicNumbersChanged(UUID centre) {
}
