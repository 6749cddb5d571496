package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import fr.preau.activities.ActivityCard;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.CatalogueService;
import fr.preau.base.Picto;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.RowList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registering somebody, first question: for what? */
class ActivityChoice extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;

    /** @param family who is to be registered, if that is known already */
    ActivityChoice(CatalogueService catalogue, DeskWords words, @Nullable UUID family, String typed) {
        addClassName("stack");
        add(new FindLine(words.say("register.find-activity"), typed, text -> DeskNavigation.go(DeskNavigation.register(words.slug(),
                Map.of("famille", family == null ? "" : family.toString(), "mots", text)))).first());
        var found = catalogue.all(ActivityStatus.PUBLISHED, typed, 0, FOUND);
        if (found.isEmpty()) {
            add(new EmptyState(Picto.SEARCH, words.say("register.no-activity.title"), words.say("register.no-activity.text")));
            return;
        }
        var list = new RowList();
        for (ActivityCard card : found) {
            var next = card.next() == null ? words.say("register.no-date") : words.brief(card.next().startsAt());
            list.add(card.title(), next + " · " + card.place(),
                    Link.alt(DeskNavigation.register(words.slug(), card.id(), family), words.say("register.choose")).dressed("small"));
        }
        add(list);
        long all = catalogue.countAll(ActivityStatus.PUBLISHED, typed);
        if (all > found.size()) {
            add(Notice.info(words.say("register.more-found", all)));
        }
    }
}
