package fr.preau.accounts.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RoutePrefix;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AppPaths;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Demonstration;
import fr.preau.base.Picto;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Section;
import fr.preau.base.ui.Section.Space;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The frame around every screen of a centre: its name, the sections a person may open, and the screen. Who works here
 * sees the team's sections, with a way to their own family's and back; a family also sees what it can register for. Around an error it stands too, even where no
 * centre is known.
 */
@RoutePrefix(":" + Entrance.CENTRE)
public class CentreLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;
    /** As many as fit at the thumb. */
    private static final int TABS = 5;

    private final transient Sections sections;
    private final transient CentreService centres;
    /** The space of the last section; screens of no section (the account) stay in it. */
    private @Nullable Space space;

    CentreLayout(CentreService centres, Sections sections, Demonstration demonstration) {
        super(demonstration);
        this.centres = centres;
        this.sections = sections;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (CurrentCentre.find().isEmpty()) {
            named(null, AppPaths.HOME);
            sections(List.of());
            showWhoIsHere(null);
            return;
        }
        var centre = centres.current();
        named(centre.shortName(), "/centres/" + centre.slug());
        showSections(centre, AppPaths.of(event.getLocation().getPath()));
        showWhoIsHere(CurrentUser.find().filter(user -> user.opens(centre.id())).map(user -> AccountNavigation.account(centre.slug())).orElse(null));
        name(event.getActiveChain(), centre);
    }

    private void showSections(CentreRecord centre, String here) {
        var open = sections.open();
        var current = open.stream().filter(section -> isBelow(here, href(centre, section))).findFirst();
        space = current.map(Section::space).or(() -> Optional.ofNullable(space))
                .orElseGet(() -> open.isEmpty() ? Space.FAMILY : open.getFirst().space());
        var mine = open.stream().filter(section -> section.space() == space).toList();
        var entries = new ArrayList<Entry>();
        if (space == Space.FAMILY) {
            sections.ways().forEach(way -> entries.add(entry(getTranslation(way.label()), picto(way.picto()), way.href(centre.slug()), here)));
        }
        mine.forEach(section -> entries.add(entry(getTranslation(section.label()), picto(section.picto()), href(centre, section), here)));
        open.stream().filter(section -> section.space() != space).findFirst().ifPresent(other -> entries.add(
                new Entry(getTranslation(other.space() == Space.FAMILY ? "accounts.space.family" : "accounts.space.staff"),
                        other.space() == Space.FAMILY ? Picto.HOME : Picto.TOGETHER, href(centre, other), false)));
        sections.ofTheFederation().stream().findFirst().ifPresent(own -> entries.add(
                new Entry(getTranslation("accounts.space.federation"), Picto.TOGETHER, AppPaths.of(own.path()), false)));
        sections(entries, atTheThumb(entries, centre, here));
    }

    /** When there are more than fit, the last one leads to all of them. */
    private List<Entry> atTheThumb(List<Entry> entries, CentreRecord centre, String here) {
        if (entries.size() <= TABS) {
            return entries;
        }
        var few = new ArrayList<>(entries.subList(0, TABS - 1));
        few.add(entry(getTranslation("accounts.more"), Picto.PLUS, AppPaths.in(centre.slug(), AccountNavigation.MORE), here));
        return few;
    }

    /** "Aujourd’hui · Centre Belencontre · Préau". */
    private static void name(List<HasElement> chain, CentreRecord centre) {
        if (!chain.isEmpty() && chain.getFirst() instanceof Page page) {
            page.of(centre.shortName());
        }
    }

    private static Picto picto(String key) {
        return Picto.of(key).orElse(Picto.LIST);
    }

    private static Entry entry(String label, Picto picto, String href, String here) {
        return new Entry(label, picto, href, isBelow(here, href));
    }

    private static String href(CentreRecord centre, Section section) {
        return AppPaths.in(centre.slug(), section.path());
    }

    private static boolean isBelow(String here, String href) {
        return here.equals(href) || here.startsWith(href + "/");
    }
}
