package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.AppPaths;
import fr.preau.registrations.RegistrationRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The addresses of a family's registrations. Each question has its own, so that back, refresh and two tabs work. */
public final class RegisterNavigation {

    static final String REGISTER = "inscription";
    static final String MINE = "mes-inscriptions";
    static final String WHO = "";
    static final String DATES = "dates";
    static final String SUMMARY = "verifier";
    static final String DONE = "fait";
    static final String GROUP = "groupe";
    static final String REQUEST = "demande";
    static final String WITHOUT = "sans";
    static final String PAST = "passees";

    private RegisterNavigation() {
    }

    /** Where registering for an activity begins. */
    public static String register(String centre, String activity) {
        return AppPaths.in(centre, REGISTER) + "/" + activity;
    }

    /** What a family has asked for so far. */
    public static String mine(String centre) {
        return AppPaths.in(centre, MINE);
    }

    static String step(String centre, String activity, String step, UUID group) {
        return register(centre, activity) + (step.isEmpty() ? "" : "/" + step) + "?" + GROUP + "=" + group;
    }

    /** What became of it. */
    static String done(String centre, String activity, UUID request) {
        return register(centre, activity) + "/" + DONE + "?" + REQUEST + "=" + request;
    }

    /** What became of it; the address says also for whom it did not. */
    static void goToDone(String centre, String activity, UUID request, List<UUID> leftOut) {
        var query = new LinkedHashMap<String, String>();
        query.put(REQUEST, request.toString());
        if (!leftOut.isEmpty()) {
            query.put(WITHOUT, leftOut.stream().map(UUID::toString).collect(Collectors.joining(",")));
        }
        UI.getCurrent().navigate(AppPaths.route(register(centre, activity)) + "/" + DONE, QueryParameters.simple(query));
    }

    /** To where a request stands that has gone on since it was made: its offers wait for an answer there, or all of it is over. */
    static void goOnAmongMine(BeforeEnterEvent event, String centre, List<RegistrationRecord> request) {
        boolean over = request.stream().noneMatch(one -> one.state().isActive());
        event.forwardTo(AppPaths.route(mine(centre)), over ? QueryParameters.of(PAST, "1") : QueryParameters.empty());
    }

    /** Lets the address say that it is done, without going anywhere: a refresh finds it again. */
    static void keepDone(String centre, String activity, UUID request) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(AppPaths.route(done(centre, activity, request))));
    }

    static void go(String centre, String activity, String step, String parameter, UUID value) {
        UI.getCurrent().navigate(AppPaths.route(register(centre, activity)) + (step.isEmpty() ? "" : "/" + step),
                QueryParameters.simple(Map.of(parameter, value.toString())));
    }
}
