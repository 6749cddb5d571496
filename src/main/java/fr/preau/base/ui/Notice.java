package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import fr.preau.base.Picto;

/** A sentence that stands out: it informs, it is glad, it warns, or it says what does not go, and what to do. */
public class Notice extends Div {

    private static final long serialVersionUID = 1L;

    private final Div words = new Div();

    private Notice(String kind, Picto picto, String text) {
        addClassNames("notice", kind);
        words.add(new Paragraph(text));
        add(new Pictogram(picto), words);
    }

    public static Notice info(String text) {
        return new Notice("info", Picto.INFO, text);
    }

    public static Notice done(String text) {
        return new Notice("done", Picto.DONE, text);
    }

    public static Notice warn(String text) {
        return new Notice("warn", Picto.WARNING, text);
    }

    public static Notice bad(String text) {
        return new Notice("bad", Picto.ALERT, text);
    }

    /** A short line in bold above the sentence. */
    public Notice titled(String title) {
        var strong = new Element("b");
        strong.setText(title);
        words.getElement().insertChild(0, strong);
        return this;
    }

    /** What can be done about it. */
    public Notice then(Component... links) {
        words.add(new Div(links));
        return this;
    }

    /** For what appears as an answer: screen readers say it at once, and who pressed far below sees it. */
    public Notice spoken() {
        getElement().setAttribute("role", "status");
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        return this;
    }
}
