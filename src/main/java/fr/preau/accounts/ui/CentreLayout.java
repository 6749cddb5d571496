package fr.preau.accounts.ui;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RoutePrefix;
import fr.preau.accounts.AccessRules;
import fr.preau.base.Picto;
import fr.preau.base.ui.Frame;
import fr.preau.base.ui.Section;
import fr.preau.centres.CentreService;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The frame around every screen of a centre: its name, the sections a person may open, and the screen. */
@RoutePrefix(":" + Entrance.CENTRE)
public class CentreLayout extends Frame implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient List<Section> sections;
    private final transient CentreService centres;

    CentreLayout(CentreService centres, ObjectProvider<Section> sections) {
        this.centres = centres;
        this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var centre = centres.current();
        named(centre.name(), "/centres/" + centre.slug());
        String here = "/app/" + event.getLocation().getPath();
        sections(sections.stream().filter(section -> AccessRules.allows(section.view()))
                .map(section -> entry(section, "/app/" + centre.slug() + "/" + section.path(), here)).toList());
    }

    private Entry entry(Section section, String href, String here) {
        return new Entry(getTranslation(section.label()), Picto.of(section.picto()).orElse(Picto.LIST), href,
                here.equals(href) || here.startsWith(href + "/"));
    }
}
