package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.AppPaths;
import fr.preau.base.Ids;
import fr.preau.base.Texts;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways into the staff's screens of registrations. */
public final class DeskNavigation {

    static final String TODAY = "aujourdhui";
    static final String LIST = "inscriptions";
    static final String REGISTER = "inscrire";
    static final String SESSIONS = "seances";
    static final String ATTENDANCE = "pointage";

    /** What the address of the list may say. */
    private static final List<String> LIST_STATE = List.of("voir", "quand", "activite", "mots", "page");

    private DeskNavigation() {
    }

    public static String today(String centre) {
        return AppPaths.in(centre, TODAY);
    }

    /** All requests for an activity. */
    public static String list(String centre, @Nullable UUID activity) {
        return with(AppPaths.in(centre, LIST), Map.of("voir", word(Show.ALL), "activite", activity == null ? "" : activity.toString()));
    }

    /** The list with the filters that a request was opened with; all requests when it was opened from elsewhere. */
    static String listAsBefore(String centre, QueryParameters query) {
        if (query.getParameters().isEmpty()) {
            return list(centre, (UUID) null);
        }
        var state = new LinkedHashMap<String, String>();
        LIST_STATE.forEach(name -> state.put(name, query.getSingleParameter(name).orElse("")));
        return list(centre, state);
    }

    /** A request, opened from a list that shows this. */
    static String request(String centre, UUID request, Map<String, String> list) {
        return with(request(centre, request), list);
    }

    static String list(String centre, Map<String, String> state) {
        return with(AppPaths.in(centre, LIST), state);
    }

    public static String request(String centre, UUID request) {
        return AppPaths.in(centre, LIST) + "/" + request;
    }

    /** Registering somebody, with what is known already. */
    public static String register(String centre, @Nullable UUID activity, @Nullable UUID household) {
        var state = new LinkedHashMap<String, String>();
        state.put("activite", activity == null ? "" : activity.toString());
        state.put("famille", household == null ? "" : household.toString());
        return register(centre, state);
    }

    static String register(String centre, Map<String, String> state) {
        return with(AppPaths.in(centre, REGISTER), state);
    }

    public static String attendance(String centre, UUID session) {
        return AppPaths.in(centre, SESSIONS) + "/" + session + "/" + ATTENDANCE;
    }

    /**
     * Goes there in the place of this screen in the browser's history: who goes back finds what was done, and no open form. The address
     * is the new one by then, so the browser would stay where it was on the page.
     */
    static void goInstead(String href) {
        keep(href);
        go(href);
        UI.getCurrent().getPage().executeJs("window.scrollTo(0, 0)");
    }

    /** Goes there in this tab; the address may have a query. */
    static void go(String href) {
        var location = new Location(AppPaths.route(href));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Lets the address say what was chosen since, without going anywhere: a refresh and the way back find it again. */
    static void keep(String href) {
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(AppPaths.route(href)));
    }

    /** Ids as the addresses write several of them; what is no id is left out. */
    static Set<UUID> ids(QueryParameters query, String name) {
        return query.getSingleParameter(name).stream().flatMap(text -> Arrays.stream(text.split(","))).flatMap(text -> Ids.read(text).stream())
                .collect(Collectors.toSet());
    }

    static String ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }

    /** Enums as the addresses write them. */
    static String word(Enum<?> value) {
        return Texts.word(value);
    }

    private static String with(String path, Map<String, String> state) {
        var query = state.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
