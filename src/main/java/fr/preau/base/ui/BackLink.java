package fr.preau.base.ui;

import fr.preau.base.Picto;

/** The way back, in words: "Toutes les activités". */
public class BackLink extends Link {

    private static final long serialVersionUID = 1L;

    public BackLink(String href, String text) {
        super(href, text);
        addClassName("back");
        with(Picto.BACK);
    }
}
