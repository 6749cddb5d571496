package fr.preau.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pager;
import fr.preau.centres.CentreService;
import fr.preau.people.HouseholdLine;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** "Familles": found by any name in any order, without accents, by phone or by mail. What is sought stands in the address. */
@Route(value = FamilyNavigation.HOUSEHOLDS, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
public class HouseholdsView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String WORDS = "mots";
    private static final String PAGE = "page";

    private final transient HouseholdService households;
    private final String centre;
    private final Div content = new Div();

    HouseholdsView(HouseholdService households, CentreService centres) {
        super();
        this.households = households;
        this.centre = centres.current().slug();
        title(getTranslation("people.households.title"));
        acts(Link.go(FamilyNavigation.newHousehold(centre), getTranslation("people.households.new")).with(Picto.PLUS));
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        show(query.getSingleParameter(WORDS).map(FindLine::shortened).orElse(""), Pager.page(query, PAGE));
    }

    private void find(String typed) {
        UI.getCurrent().navigate(AppPaths.route(FamilyNavigation.households(centre)),
                typed.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of(WORDS, typed)));
    }

    private void show(String typed, int page) {
        var found = households.search(typed, page - 1);
        long all = found.all();
        // Other pages are links, and each comes with a search of its own.
        var lines = List.copyOf(found.lines());
        var table = new DataTable<HouseholdLine>(getTranslation("people.households.title"), (offset, limit) -> lines, () -> all)
                .column(getTranslation("people.households.name"), line ->
                        new Link(FamilyNavigation.household(centre, line.id()) + query(typed, page), getTranslation("people.household.name", line.name())))
                .text(getTranslation("people.households.persons"), HouseholdsView::names)
                .text(getTranslation("people.households.contacts"), HouseholdLine::reached)
                .pagesOf(found.pageSize())
                .pageLinks(other -> FamilyNavigation.households(centre) + query(typed, other))
                .whenEmpty(new EmptyState(Picto.SEARCH, getTranslation("people.households.none"), getTranslation("people.households.none-more"),
                        Link.alt(FamilyNavigation.newHousehold(centre), getTranslation("people.households.new"))));
        table.show(page);
        content.removeAll();
        content.add(new FindLine(getTranslation("people.households.words"), typed, this::find), table);
    }

    /** What was sought, and how far somebody has read. */
    private static String query(String typed, int page) {
        return "?" + WORDS + "=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&" + PAGE + "=" + page;
    }

    /** The list as it was when a family was opened from it. */
    static String asBefore(String centre, QueryParameters query) {
        return FamilyNavigation.households(centre) + query.getSingleParameter(WORDS)
                .map(typed -> query(FindLine.shortened(typed), Pager.page(query, PAGE))).orElse("");
    }

    private static String names(HouseholdLine line) {
        return line.persons().stream().map(PersonRecord::firstName).collect(Collectors.joining(", "));
    }
}
