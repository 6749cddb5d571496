package fr.preau.base;

/** The colours of the courtyard that tell kinds and states apart, always beside a word or a pictogram. */
public enum Tint {
    ROOF, BRICK, LIME, SUN, PLAIN;

    /** The class that gives its wash and its ink to what stands in it. */
    public String css() {
        return switch (this) {
            case ROOF -> "t-roof";
            case BRICK -> "t-brick";
            case LIME -> "t-lime";
            case SUN -> "t-sun";
            case PLAIN -> "t-plain";
        };
    }
}
