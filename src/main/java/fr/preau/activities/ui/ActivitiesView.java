package fr.preau.activities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.AccessRules;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivityCard;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Availability;
import fr.preau.activities.CatalogueService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.Chips;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pager;
import fr.preau.base.ui.PlacesLabel;
import fr.preau.base.ui.TwoLines;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All activities of the centre, those changed last first. What is sought stands in the address. */
@Route(value = ActivitiesNavigation.ACTIVITIES, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class ActivitiesView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final String STATUS = "etat";
    private static final String WORDS = "mots";
    private static final String PAGE = "page";

    private final transient CatalogueService catalogue;
    private final transient ActivityWords words;
    private final String centre;
    private final Div content = new Div();

    ActivitiesView(CatalogueService catalogue, ActivityWords words) {
        this.catalogue = catalogue;
        this.words = words;
        this.centre = words.centre();
        title(words.say("list.title"));
        if (AccessRules.allows(NewActivityView.class)) {
            acts(create());
        }
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var status = status(query);
        String typed = typed(query);
        content.removeAll();
        content.add(chips(status, typed), find(status, typed), table(status, typed, Pager.page(query, PAGE)));
    }

    private static @Nullable ActivityStatus status(QueryParameters query) {
        return query.getSingleParameter(STATUS).flatMap(word -> Arrays.stream(ActivityStatus.values())
                .filter(one -> Texts.word(one).equals(word)).findFirst()).orElse(null);
    }

    private static String typed(QueryParameters query) {
        return query.getSingleParameter(WORDS).map(FindLine::shortened).orElse("");
    }

    private Chips chips(@Nullable ActivityStatus status, String typed) {
        var chips = new Chips(words.say("list.filters")).add(words.say("list.all"), href(null, typed, 1), status == null);
        for (var one : ActivityStatus.values()) {
            chips.add(words.say("list." + Texts.word(one)), href(one, typed, 1), one == status);
        }
        return chips;
    }

    private FindLine find(@Nullable ActivityStatus status, String typed) {
        return new FindLine(words.say("list.words"), typed, sought -> ActivitiesNavigation.go(href(status, sought, 1)));
    }

    private DataTable<ActivityCard> table(@Nullable ActivityStatus status, String typed, int page) {
        var table = new DataTable<ActivityCard>(words.say("list.title"), (offset, limit) -> catalogue.all(status, typed, offset, limit),
                () -> catalogue.countAll(status, typed))
                .column(words.say("list.column.activity"), card -> name(card, query(status, typed, page)))
                .text(words.say("list.column.audience"), card -> words.open().capital(words.open().audience(card.audience())))
                .column(words.say("list.column.places"), this::places)
                .column(words.say("list.column.status"), card -> words.status(card.status()))
                .pageLinks(other -> href(status, typed, other))
                .whenEmpty(empty(status != null || !typed.isEmpty()));
        table.show(page);
        return table;
    }

    private Link name(ActivityCard card, String query) {
        return new Link(ActivitiesNavigation.activity(centre, card.id()) + query, new TwoLines(card.title(), words.next(card)));
    }

    private PlacesLabel places(ActivityCard card) {
        return card.availability().kind() == Availability.Kind.DRAFT && card.next() != null
                ? new PlacesLabel(PlacesLabel.Room.NONE, words.say("places.of", card.next().places())) : words.places(card.availability());
    }

    private EmptyState empty(boolean sought) {
        if (sought) {
            return new EmptyState(Picto.SEARCH, words.say("list.none.title"), words.say("list.none.text"),
                    Link.alt(ActivitiesNavigation.activities(centre), words.say("list.all")));
        }
        var next = new ArrayList<Component>();
        if (AccessRules.allows(NewActivityView.class)) {
            next.add(create());
        }
        return new EmptyState(Picto.CALENDAR, words.say("list.empty.title"), words.say("list.empty.text"), next.toArray(Component[]::new));
    }

    private Link create() {
        return Link.go(ActivitiesNavigation.newActivity(centre), words.say("list.new")).with(Picto.PLUS);
    }

    private String href(@Nullable ActivityStatus status, String typed, int page) {
        return ActivitiesNavigation.activities(centre) + query(status, typed, page);
    }

    /** What was sought in the list when an activity was opened from it, to be handed on to the way back. */
    static String sought(QueryParameters query) {
        return query(status(query), typed(query), Pager.page(query, PAGE));
    }

    /** What was sought, and how far somebody has read. */
    private static String query(@Nullable ActivityStatus status, String typed, int page) {
        var parts = new ArrayList<String>();
        if (status != null) {
            parts.add(STATUS + "=" + Texts.word(status));
        }
        if (!typed.isEmpty()) {
            parts.add(WORDS + "=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        }
        if (page > 1) {
            parts.add(PAGE + "=" + page);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
