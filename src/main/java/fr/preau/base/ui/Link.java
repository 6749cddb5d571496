package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import fr.preau.base.AppPaths;
import fr.preau.base.Picto;

/** A link of ours: within the app it changes the screen without loading the page again. */
public class Link extends Anchor {

    private static final long serialVersionUID = 1L;

    public Link(String href, String text) {
        super(href, text);
        stayInTheApp(href);
    }

    public Link(String href, Component... content) {
        super(href, content);
        stayInTheApp(href);
    }

    /** A link that looks like the one obvious button. */
    public static Link go(String href, String text) {
        return new Link(href, text).dressed("btn", "go");
    }

    /** A link that looks like another button. */
    public static Link alt(String href, String text) {
        return new Link(href, text).dressed("btn", "alt");
    }

    /** The drawing before the words. */
    public Link with(Picto picto) {
        addComponentAsFirst(new Pictogram(picto));
        return this;
    }

    /** The drawing after the words, for what leads on. */
    public Link endsWith(Picto picto) {
        add(new Pictogram(picto));
        return this;
    }

    /** With these classes of the stylesheet. */
    public Link dressed(String... classes) {
        addClassNames(classes);
        return this;
    }

    private void stayInTheApp(String href) {
        if (href.equals(AppPaths.HOME) || href.startsWith(AppPaths.HOME + "/") || href.startsWith(AppPaths.HOME + "?")) {
            getElement().setAttribute("router-link", true);
        }
    }
}
