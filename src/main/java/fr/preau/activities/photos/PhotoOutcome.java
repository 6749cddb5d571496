package fr.preau.activities.photos;

import fr.preau.activities.Photo;
import fr.preau.base.Refusal;
import java.util.List;

/** What became of a photo that was sent. */
public sealed interface PhotoOutcome {

    /** It is kept, without words yet; nobody sees it before an activity shows it. */
    record Kept(Photo photo) implements PhotoOutcome {
    }

    /** It is no photo that we can show; nothing was kept. */
    record Refused(Reason reason) implements PhotoOutcome {
    }

    /** Why not. */
    enum Reason implements Refusal {
        UNREADABLE("unreadable"), TELEPHONE_FORMAT("telephone-format"), TOO_SMALL("too-small"), TOO_MANY_POINTS("too-many-points"), TOO_HEAVY("too-heavy");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        @Override
        public String key() {
            return "activities.photo." + word;
        }

        @Override
        public List<Object> facts() {
            return List.of(PhotoService.MOST_MEGABYTES);
        }
    }
}
