package fr.preau.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RoutePrefix;
import com.vaadin.flow.router.RouterLayout;
import fr.preau.accounts.AccessRules;
import fr.preau.base.ui.Section;
import fr.preau.centres.CentreService;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The frame around every screen of a centre: its name, the sections a person may open, and the screen. */
@RoutePrefix(":" + Entrance.CENTRE)
public class CentreLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final Main main = new Main();
    private final Nav nav = new Nav();
    private final transient List<Section> sections;
    private final transient CentreService centres;

    CentreLayout(CentreService centres, ObjectProvider<Section> sections) {
        this.centres = centres;
        this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
        var mark = new Anchor("/", new Span(getTranslation("accounts.shell.name")));
        mark.addClassName("mark");
        var bar = new Div(mark, nav);
        bar.addClassName("wrap");
        var header = new Header(bar);
        header.addClassName("top");
        main.addClassName("wrap");
        add(header, main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.removeAll();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String slug = centres.current().slug();
        nav.removeAll();
        sections.stream().filter(section -> AccessRules.allows(section.view()))
                .map(section -> link(section, slug)).forEach(nav::add);
    }

    private Component link(Section section, String slug) {
        var link = new Anchor("/app/" + slug + "/" + section.path(), getTranslation(section.label()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
