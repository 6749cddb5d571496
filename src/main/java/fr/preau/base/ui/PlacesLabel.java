package fr.preau.base.ui;

import com.vaadin.flow.component.html.Span;

/** How many places there are, in words with a dot: "Il reste 3 places". */
public class PlacesLabel extends Span {

    private static final long serialVersionUID = 1L;

    /** How much there is. The word beside says it too. */
    public enum Room {
        OK("ok"), FEW("few"), FULL("full"), NONE("none");

        private final String css;

        Room(String css) {
            this.css = css;
        }

        /** The class for pages that are not made with Vaadin. */
        public String css() {
            return css;
        }
    }

    public PlacesLabel(Room room, String text) {
        super(text);
        addClassNames("places", room.css());
    }
}
