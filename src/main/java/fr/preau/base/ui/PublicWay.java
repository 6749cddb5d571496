package fr.preau.base.ui;

/**
 * A public page of a centre that stands among a family's sections: what there is to register for is read there, and a
 * family must not look for it. A feature declares its own as a bean, as it does with {@link Section}.
 *
 * @param label the key of its name
 * @param picto the symbol's name in {@code assets/pictos.svg}
 * @param path  below the centre's public page, for example {@code activites}
 */
public record PublicWay(String label, String picto, String path) {

    /** Where it is, in this centre. */
    public String href(String centre) {
        return "/centres/" + centre + "/" + path;
    }
}
