package fr.preau.activities;

/** What an activity is about. Each has a pictogram and one of the four tints, always beside words. */
public enum Category {
    COOKING("cooking", Tint.BRICK),
    HOMEWORK("homework", Tint.ROOF),
    DIGITAL("digital", Tint.SUN),
    SPORT("sport", Tint.LIME),
    GARDEN("garden", Tint.LIME),
    OUTING("outing", Tint.ROOF),
    ARTS("arts", Tint.BRICK),
    MUSIC("music", Tint.SUN),
    LANGUAGE("language", Tint.ROOF),
    WELLBEING("wellbeing", Tint.LIME),
    FAMILY("family", Tint.BRICK),
    SENIORS("seniors", Tint.SUN),
    RIGHTS("rights", Tint.ROOF),
    PARTY("party", Tint.SUN),
    OTHER("other", Tint.ROOF);

    /** The colours of the kit that an activity may wear. */
    public enum Tint {
        ROOF, BRICK, LIME, SUN;

        /** The class of the kit. */
        public String cssClass() {
            return "t-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final String picto;
    private final Tint tint;

    Category(String picto, Tint tint) {
        this.picto = picto;
        this.tint = tint;
    }

    /** The symbol's name in the set of pictograms. */
    public String picto() {
        return picto;
    }

    public Tint tint() {
        return tint;
    }

    /** The key of its name. */
    public String key() {
        return "activities.category." + picto;
    }
}
