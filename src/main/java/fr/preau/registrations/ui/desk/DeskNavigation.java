package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import fr.preau.registrations.FollowUpFilter.Show;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    private DeskNavigation() {
    }

    public static String today(String centre) {
        return "/app/" + centre + "/" + TODAY;
    }

    /** All requests for an activity. */
    public static String list(String centre, @Nullable UUID activity) {
        return with("/app/" + centre + "/" + LIST, Map.of("voir", word(Show.ALL), "activite", activity == null ? "" : activity.toString()));
    }

    static String list(String centre, Map<String, String> state) {
        return with("/app/" + centre + "/" + LIST, state);
    }

    public static String request(String centre, UUID request) {
        return "/app/" + centre + "/" + LIST + "/" + request;
    }

    /** Registering somebody, with what is known already. */
    public static String register(String centre, @Nullable UUID activity, @Nullable UUID household) {
        var state = new LinkedHashMap<String, String>();
        state.put("activite", activity == null ? "" : activity.toString());
        state.put("famille", household == null ? "" : household.toString());
        return register(centre, state);
    }

    static String register(String centre, Map<String, String> state) {
        return with("/app/" + centre + "/" + REGISTER, state);
    }

    public static String attendance(String centre, UUID session) {
        return "/app/" + centre + "/" + SESSIONS + "/" + session + "/" + ATTENDANCE;
    }

    /** Goes there in this tab; the address may have a query. */
    static void go(String href) {
        var location = new Location(href.substring("/app/".length()));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Enums as the addresses write them. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String with(String path, Map<String, String> state) {
        var query = state.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
