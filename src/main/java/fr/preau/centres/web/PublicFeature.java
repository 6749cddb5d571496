package fr.preau.centres.web;

import fr.preau.base.web.PublicSection;
import fr.preau.centres.CentreRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module shows to everybody in a centre. A module declares one as a bean; the frame and the centre's page find it,
 * in the order of Spring's {@code @Order}.
 */
public interface PublicFeature {

    /** Its entry in the navigation of the centre's pages. */
    PublicSection section(CentreRecord centre);

    /** What it tells on the centre's own page; nothing when it has nothing to tell. Asked in the centre's scope. */
    @Nullable Excerpt excerpt(CentreRecord centre);

    /** The paths of its pages, for search engines. Asked in the centre's scope. */
    List<String> paths(CentreRecord centre);

    /** Where its pages are searched by a word, for who has lost the way; nothing when they are not. */
    default @Nullable Search search(CentreRecord centre) {
        return null;
    }

    /**
     * A form with one field.
     *
     * @param path  where it is sent, by GET
     * @param field the parameter with the word
     * @param label what stands above the field
     * @param go    what stands on the button
     */
    record Search(String path, String field, String label, String go) {
    }

    /**
     * A piece of the centre's page.
     *
     * @param template holds a fragment {@code excerpt(facts)}
     * @param facts    what the fragment shows
     */
    record Excerpt(String template, Object facts) {
    }
}
