package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.GroupSheet;
import fr.preau.base.Moments;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** "Quel groupe ?", where an activity has several: a card per group, with its first date. */
class GroupStep extends Div {

    private static final long serialVersionUID = 1L;

    private final OneCard<UUID> cards;
    private final Div missing = new Div();

    GroupStep(ActivitySheet activity, ZoneId zone, Moments moments) {
        addClassName("stack");
        Map<UUID, GroupSheet> byId = activity.groups().stream().collect(Collectors.toMap(GroupSheet::id, Function.identity()));
        cards = new OneCard<>(getTranslation("registrations.family.group"), activity.groups().stream().map(GroupSheet::id).toList(), id ->
                Choice.of(byId.get(id).name(), byId.get(id).sessions().stream().findFirst().map(session ->
                        getTranslation("registrations.family.group-first", moments.brief(session.startsAt(), zone))).orElse(""))).asked();
        cards.addValueChangeListener(change -> missing.removeAll());
        add(cards, missing);
    }

    /** The one that is chosen; says so if none is. */
    Optional<UUID> answer() {
        missing.removeAll();
        if (cards.getValue() == null) {
            missing.add(Notice.bad(getTranslation("registrations.family.no-group")).spoken());
        }
        return cards.getOptionalValue();
    }
}
