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

    /**
     * A piece of the centre's page.
     *
     * @param template holds a fragment {@code excerpt(facts)}
     * @param facts    what the fragment shows
     */
    record Excerpt(String template, Object facts) {
    }
}
