package fr.preau.accounts.signin;

import fr.preau.base.Ids;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Browsers in which an account has signed in before. They have their own count of tries, so that strangers who use up
 * everybody else's do not shut the owner out.
 */
@Component
public class KnownBrowsers {

    private final Keys keys;

    KnownBrowsers(Keys keys) {
        this.keys = keys;
    }

    /** What a browser keeps after its owner has signed in. */
    public String remember(UUID account) {
        return account + "." + keys.hash("known", account.toString());
    }

    boolean knows(@Nullable String cookie, UUID account) {
        return cookie != null && Keys.same(cookie, remember(account));
    }

    Optional<UUID> accountOf(@Nullable String cookie) {
        if (cookie == null || cookie.length() < 37) {
            return Optional.empty();
        }
        return Ids.read(cookie.substring(0, 36)).filter(account -> knows(cookie, account));
    }
}
