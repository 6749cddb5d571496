package fr.preau.activities.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import fr.preau.base.AppPaths;
import fr.preau.base.Ids;
import java.util.UUID;

/** The addresses of the animators' screens of the catalogue. */
public final class ActivitiesNavigation {

    static final String ACTIVITIES = "activites";
    static final String NEW = "nouvelle";
    static final String EDIT = "modifier";
    static final String DATES = "dates";
    static final String SESSIONS = "seances";
    static final String STOP = "arreter";
    static final String ACTIVITY_ID = "activity";
    static final String GROUP_ID = "group";
    static final String SESSION_ID = "session";
    static final String ONE = ACTIVITIES + "/:" + ACTIVITY_ID;

    private ActivitiesNavigation() {
    }

    /** All activities of a centre, for its staff. */
    public static String activities(String centre) {
        return AppPaths.in(centre, ACTIVITIES);
    }

    /** One activity, for the staff. */
    public static String activity(String centre, UUID activity) {
        return activities(centre) + "/" + activity;
    }

    /** The form of a new activity. */
    public static String newActivity(String centre) {
        return activities(centre) + "/" + NEW;
    }

    static String edit(String centre, UUID activity) {
        return activity(centre, activity) + "/" + EDIT;
    }

    static String addDates(String centre, UUID activity, UUID group) {
        return addGroup(centre, activity) + "/" + group;
    }

    static String addGroup(String centre, UUID activity) {
        return activity(centre, activity) + "/" + DATES;
    }

    static String session(String centre, UUID activity, UUID session) {
        return activity(centre, activity) + "/" + SESSIONS + "/" + session;
    }

    static String stop(String centre, UUID activity) {
        return activity(centre, activity) + "/" + STOP;
    }

    /** Where attendance is taken: a screen of the registrations, which we know by its address only. */
    static String attendance(String centre, UUID session) {
        return AppPaths.in(centre, "seances/" + session + "/pointage");
    }

    /** The page that everybody reads. */
    static String publicPage(String centre, String slug) {
        return "/centres/" + centre + "/activites/" + slug;
    }

    static void go(String href) {
        var location = new Location(AppPaths.route(href));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** An id in an address; what is none leads nowhere. */
    static UUID id(RouteParameters parameters, String name) {
        return parameters.get(name).flatMap(Ids::read).orElseThrow(NotFoundException::new);
    }
}
