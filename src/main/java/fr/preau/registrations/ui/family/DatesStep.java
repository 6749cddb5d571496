package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import fr.preau.activities.SessionRecord;
import fr.preau.base.Moments;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** "Quelles dates ?": a card per session to come, with its free places in words. */
class DatesStep extends Div {

    private static final long serialVersionUID = 1L;

    private final ManyCards<UUID> cards;
    private final Div refused = new Div();

    DatesStep(Task task, Drafts drafts, Moments moments) {
        addClassName("stack");
        var byId = task.toCome().stream().collect(Collectors.toMap(SessionRecord::id, Function.identity()));
        cards = new ManyCards<>(getTranslation("registrations.family.dates"), task.toCome().stream().map(SessionRecord::id).toList(), id -> {
            var session = byId.get(id);
            return Choice.of(moments.brief(session.startsAt(), task.zone()), session.free() == 0
                    ? getTranslation("registrations.family.session-full", session.waiting()) : getTranslation("registrations.family.left", session.free()));
        }).asked();
        cards.setValue(drafts.current().sessions().stream().filter(byId::containsKey).collect(Collectors.toSet()));
        cards.addValueChangeListener(change -> {
            drafts.change(draft -> draft.withSessions(change.getValue()));
            refused.removeAll();
        });
        add(refused, cards);
    }

    /** Whether a date is ticked; says so if none is. */
    boolean answered() {
        refused.removeAll();
        if (cards.getValue().isEmpty()) {
            refused.add(Notice.bad(getTranslation("registrations.refusal.no-session-chosen")).spoken());
        }
        return !cards.getValue().isEmpty();
    }
}
