package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLayout;
import fr.preau.base.Picto;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands around every screen of the app, as around the public pages: the name of the centre, the sections
 * (above on a wide screen, at the thumb on a phone), and the screen.
 */
public class Frame extends Div implements RouterLayout {

    private static final long serialVersionUID = 1L;
    private static final String MAIN = "contenu";
    private static final String LOGO = """
            <svg class="logo" viewBox="0 0 44 40" aria-hidden="true"><path class="roof" d="M2 17 22 3l20 14"/>\
            <circle class="a" cx="11" cy="26" r="4"/><circle class="b" cx="22" cy="24" r="4.6"/>\
            <circle class="c" cx="33" cy="26" r="4"/><path class="folk" \
            d="M5 37c0-4 3-6 6-6s4.6 1.500 5 3c.8-3 3-5 6-5s5.200 2 6 5c.4-1.500 2-3 5-3s6 2 6 6"/></svg>""";

    private final Div banner = new Div();
    private final Anchor mark = new Anchor();
    private final Nav sections = new Nav();
    private final Nav tabs = new Nav();
    private final Div me = new Div();
    private final Main main = new Main();

    public Frame() {
        var skip = new Anchor("#" + MAIN, getTranslation("base.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        mark.addClassName("mark");
        sections.getElement().setAttribute("aria-label", getTranslation("base.sections"));
        tabs.getElement().setAttribute("aria-label", getTranslation("base.sections"));
        tabs.addClassName("tabs");
        main.setId(MAIN);
        main.getElement().setAttribute("tabindex", "-1");
        me.addClassName("me");
        var line = new Div(mark, sections, me);
        line.addClassName("wrap");
        var top = new Header(banner, line);
        top.addClassName("top");
        add(skip, top, main, foot(), tabs);
        named(null, "/");
    }

    /** A section of the navigation, as this person sees it. */
    public record Entry(String label, Picto picto, String href, boolean current) implements Serializable {
    }

    /** Says whose house this is; without a centre, the name of the platform stands alone. */
    public final void named(@Nullable String centre, String href) {
        mark.removeAll();
        mark.setHref(href);
        var words = new Span(new Text(getTranslation("base.name")));
        if (centre != null) {
            var small = new Element("small");
            small.setText(centre);
            words.getElement().appendChild(small);
        }
        mark.add(new Html("<span>" + LOGO + "</span>"), words);
    }

    /** "Démonstration, données fictives", above everything. */
    public final void demonstration() {
        banner.removeAll();
        var line = new Paragraph(getTranslation("base.demo"));
        line.addClassName("demo");
        banner.add(line);
    }

    /** Where one can go from here. On a phone the first five stand at the thumb. */
    public final void sections(List<Entry> entries) {
        sections(entries, entries.stream().limit(5).toList());
    }

    /** Where one can go from here: in the header, and at the thumb on a phone. */
    public final void sections(List<Entry> above, List<Entry> atTheThumb) {
        sections.removeAll();
        tabs.removeAll();
        above.stream().map(Frame::link).forEach(sections::add);
        atTheThumb.stream().map(entry -> link(entry).with(entry.picto())).forEach(tabs::add);
    }

    /** The end of the header, on a phone too: who is signed in, signing out. */
    public final void after(Component... components) {
        me.removeAll();
        me.add(components);
    }

    /** Shows this screen. */
    public final void show(@Nullable HasElement screen) {
        main.getElement().removeAllChildren();
        if (screen != null) {
            main.getElement().appendChild(screen.getElement());
        }
    }

    @Override
    public void showRouterLayoutContent(HasElement screen) {
        show(screen);
    }

    /** What the browser says when it loses the server, in the reader's language. */
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("const says = window.Vaadin.connectionIndicator; "
                        + "if (says) { says.role = 'status'; says.offlineText = $0; says.reconnectingText = $1; says.onlineText = $2 }",
                getTranslation("base.connection.lost"), getTranslation("base.connection.trying"), getTranslation("base.connection.back"));
    }

    /** As under the public pages; one piece, since each open screen keeps it in memory. */
    private Html foot() {
        return new Html("<footer class=\"foot\"><div class=\"wrap\"><a href=\"/accessibilite\">" + HtmlUtils.htmlEscape(getTranslation("base.foot.accessibility"))
                + "</a><a href=\"/confidentialite\">" + HtmlUtils.htmlEscape(getTranslation("base.foot.privacy")) + "</a></div></footer>");
    }

    private static Link link(Entry entry) {
        var link = new Link(entry.href(), entry.label());
        if (entry.current()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
