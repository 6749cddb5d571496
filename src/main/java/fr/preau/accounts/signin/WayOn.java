package fr.preau.accounts.signin;

import fr.preau.base.AppPaths;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where to go once inside, and how careful to be on the way.
 *
 * @param path           within the app, never elsewhere
 * @param sharedComputer whether others use this computer too: the session ends sooner
 */
public record WayOn(String path, boolean sharedComputer) {

    public static final WayOn HOME = new WayOn(AppPaths.HOME, false);

    private static final int LONGEST = 400;
    /** What a form or an address says of a computer that others use too; anything else says nothing of it. */
    private static final String SHARED = "oui";
    /** Plain paths and queries of the app; no second slash, backslash or dots that a browser could read as another place. */
    private static final Pattern INSIDE = Pattern.compile(AppPaths.HOME + "(/[A-Za-z0-9_~-][A-Za-z0-9_.~%-]*)*/?(\\?[A-Za-z0-9_.~%=&+,:-]*)?");

    /** What stood in an address or a form of ours. */
    public static WayOn asked(@Nullable String path, @Nullable String shared) {
        return of(path, SHARED.equals(shared));
    }

    /** What stood in an address or a form, if it leads into the app; else the app's beginning. */
    public static WayOn of(@Nullable String asked, boolean sharedComputer) {
        boolean inside = asked != null && asked.length() <= LONGEST && INSIDE.matcher(asked).matches();
        return new WayOn(inside ? asked : HOME.path, sharedComputer);
    }

    /** The address of a page of the door from which one goes on this way; it names only what was asked for. */
    public String by(String page) {
        var address = UriComponentsBuilder.fromUriString(page);
        if (!path.equals(HOME.path)) {
            address.queryParam("vers", "{vers}");
        }
        if (sharedComputer) {
            address.queryParam("partage", SHARED);
        }
        return address.encode().buildAndExpand(Map.of("vers", path)).toUriString();
    }
}
