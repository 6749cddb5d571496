package fr.preau.activities;

import fr.preau.base.Picto;
import fr.preau.base.Texts;
import fr.preau.base.Tint;

/** What an activity is about. Each has its drawing and its colour, always beside words. */
public enum Category {
    COOKING(Picto.COOK, Tint.BRICK),
    HOMEWORK(Picto.HOMEWORK, Tint.ROOF),
    DIGITAL(Picto.PHONE, Tint.SUN),
    SPORT(Picto.BALL, Tint.LIME),
    GARDEN(Picto.LEAF, Tint.LIME),
    OUTING(Picto.BUS, Tint.ROOF),
    ARTS(Picto.PAINT, Tint.BRICK),
    CRAFT(Picto.SEWING, Tint.SUN),
    MUSIC(Picto.MUSIC, Tint.SUN),
    SHOW(Picto.THEATRE, Tint.BRICK),
    LANGUAGE(Picto.LANGUAGES, Tint.ROOF),
    WELLBEING(Picto.HEART, Tint.LIME),
    FAMILY(Picto.BABY, Tint.BRICK),
    MEETING(Picto.CHAT, Tint.SUN),
    RIGHTS(Picto.SOLIDARITY, Tint.ROOF),
    OTHER(Picto.TOGETHER, Tint.LIME);

    private final Picto picto;
    private final Tint tint;

    Category(Picto picto, Tint tint) {
        this.picto = picto;
        this.tint = tint;
    }

    public Picto picto() {
        return picto;
    }

    public Tint tint() {
        return tint;
    }

    /** The key of its name in the bundles. */
    public String key() {
        return "activities.category." + Texts.word(this);
    }
}
