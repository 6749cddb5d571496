package fr.preau.base.web;

import fr.preau.base.Picto;

/**
 * An entry of the navigation of the public pages, as {@code base/layout.html} shows it.
 *
 * @param key   by which a page says that it stands in this section
 * @param label in the reader's language
 */
public record PublicSection(String key, String label, Picto drawing, String href) {

    /** The symbol's name in the sprite. */
    public String picto() {
        return drawing.key();
    }
}
