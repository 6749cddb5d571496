package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import fr.preau.activities.SessionRecord;
import fr.preau.base.Moments;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.RegistrationService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** "Quelles dates ?": a card per session to come, with its free places in words, and who of the chosen ones has it already. */
class DatesStep extends Div {

    private static final long serialVersionUID = 1L;

    private final ManyCards<UUID> cards;
    private final Div refused = new Div();

    DatesStep(Task task, Drafts drafts, RegistrationService registrations, Moments moments) {
        addClassName("stack");
        var already = already(task, drafts.current(), registrations);
        var byId = task.toCome().stream().collect(Collectors.toMap(SessionRecord::id, Function.identity()));
        cards = new ManyCards<>(getTranslation("registrations.family.dates"), task.toCome().stream().map(SessionRecord::id).toList(), id -> {
            var session = byId.get(id);
            var places = session.free() == 0 ? getTranslation("registrations.family.session-full", session.waiting())
                    : getTranslation("registrations.family.left", session.free());
            return Choice.of(moments.brief(session.startsAt(), task.zone()),
                    Stream.concat(Stream.of(places), already.getOrDefault(id, List.of()).stream()).collect(Collectors.joining(" · ")));
        }).asked();
        cards.setValue(drafts.current().sessions().stream().filter(byId::containsKey).collect(Collectors.toSet()));
        cards.addValueChangeListener(change -> {
            drafts.change(draft -> draft.withSessions(change.getValue()));
            refused.removeAll();
        });
        add(refused, cards);
    }

    /** By session, in words. */
    private Map<UUID, List<String>> already(Task task, FamilyDraft draft, RegistrationService registrations) {
        if (draft.persons().isEmpty() || task.toCome().isEmpty()) {
            return Map.of();
        }
        return registrations.preview(task.group().id(), draft.persons(), task.idsToCome(), draft.rule()).refused().stream()
                .filter(one -> one.session() != null && one.why().isAlreadyIn())
                .collect(Collectors.groupingBy(PersonRefusal::session, Collectors.mapping(this::words, Collectors.toList())));
    }

    private String words(PersonRefusal refusal) {
        return getTranslation("registrations.family.person-why", refusal.name(), getTranslation(refusal.why().key()));
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
