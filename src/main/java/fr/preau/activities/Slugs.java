package fr.preau.activities;

import fr.preau.base.SearchKey;
import fr.preau.base.UniqueKey;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Names activities in addresses, each differently. */
@Component
class Slugs {

    /** Two people may choose the same title in the same second: the second gets another address. */
    static final UniqueKey ONE_SLUG = UniqueKey.named("one_slug");

    private static final int LONGEST = 60;
    private static final int TWINS = 30;

    private final Activities activities;

    Slugs(Activities activities) {
        this.activities = activities;
    }

    /** A name that no activity of the centre has now. */
    String free(String title) {
        String plain = SearchKey.of(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "activite" : plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        String slug = base;
        for (int twin = 2; activities.existsBySlug(slug); twin++) {
            slug = base + "-" + (twin <= TWINS ? Integer.toString(twin) : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        }
        return slug;
    }
}
