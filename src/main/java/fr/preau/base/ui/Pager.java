package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.Picto;

/** Where one is in a long list, and the way to its neighbours. */
public class Pager extends Nav {

    private static final long serialVersionUID = 1L;

    private final SerializableConsumer<Integer> goTo;
    private SerializableFunction<Integer, String> hrefOfPage = page -> "";
    private boolean linked;

    public Pager(SerializableConsumer<Integer> goTo) {
        this.goTo = goTo;
        addClassName("pager");
        getElement().setAttribute("aria-label", getTranslation("base.pager"));
    }

    /** Which page of a list an address names; the first where it names none. */
    public static int page(QueryParameters address, String name) {
        return address.getSingleParameter(name).filter(typed -> typed.matches("\\d{1,6}")).map(Integer::parseInt).orElse(1);
    }

    void links(SerializableFunction<Integer, String> hrefs) {
        hrefOfPage = hrefs;
        linked = true;
    }

    void update(int page, int last, long from, long to, long total) {
        removeAll();
        var where = new Span(getTranslation("base.pager.range", from, to, total));
        where.getElement().setAttribute("role", "status");
        add(where);
        var ways = new Div();
        ways.addClassName("line");
        if (page > 1) {
            ways.add(way(page - 1, getTranslation("base.pager.previous"), Picto.LEFT));
        }
        if (page < last) {
            ways.add(way(page + 1, getTranslation("base.pager.next"), Picto.RIGHT));
        }
        add(ways);
    }

    private Component way(int page, String text, Picto picto) {
        boolean onwards = picto == Picto.RIGHT;
        if (linked) {
            var link = Link.alt(hrefOfPage.apply(page), text).dressed("small");
            return onwards ? link.endsWith(picto) : link.with(picto);
        }
        var act = Act.alt(text, click -> goTo.accept(page)).small();
        return onwards ? act.endsWith(picto) : act.with(picto);
    }
}
