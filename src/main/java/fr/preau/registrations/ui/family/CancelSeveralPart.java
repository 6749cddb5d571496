package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.RegistrationRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives up several places of one request at once: whoever does not come any more is ticked, one by one: nothing is lost by a tap. Of one
 * person these are dates.
 */
class CancelSeveralPart extends Div {

    private static final long serialVersionUID = 1L;

    private final List<RegistrationRecord> some;
    private final ZoneId zone;
    private final transient Moments moments;
    private final SerializableConsumer<Set<UUID>> cancel;
    private final boolean ofOnePerson;

    CancelSeveralPart(List<RegistrationRecord> some, ZoneId zone, Moments moments, SerializableConsumer<Set<UUID>> cancel) {
        this.some = some;
        this.zone = zone;
        this.moments = moments;
        this.cancel = cancel;
        this.ofOnePerson = some.stream().map(RegistrationRecord::personId).distinct().count() == 1;
        addClassName("unfolds");
        offer();
    }

    private Act offer() {
        removeAll();
        var words = ofOnePerson ? "registrations.family.cancel-dates" : "registrations.family.cancel-several";
        var act = Act.quiet(getTranslation(words), click -> ask()).small();
        add(act);
        return act;
    }

    private void ask() {
        Map<UUID, RegistrationRecord> byId = some.stream().collect(Collectors.toMap(RegistrationRecord::id, Function.identity()));
        var question = getTranslation(ofOnePerson ? "registrations.family.cancel-which" : "registrations.family.cancel-who");
        var who = new ManyCards<>(question, some.stream().map(RegistrationRecord::id).toList(),
                id -> ofOnePerson ? Choice.of(when(byId.get(id)), "") : Choice.of(byId.get(id).personName(), when(byId.get(id))));
        who.addClassName("dense");
        var refused = new Div();
        var acts = new Div(Act.danger(getTranslation("registrations.family.cancel-several-yes"), click -> {
            refused.removeAll();
            if (who.getValue().isEmpty()) {
                var why = ofOnePerson ? "registrations.refusal.no-session-chosen" : "registrations.page.cancel.nobody";
                refused.add(Notice.bad(getTranslation(why)).spoken());
            } else {
                cancel.accept(Set.copyOf(who.getValue()));
            }
        }), Act.alt(getTranslation("base.confirm.no"), click -> offer().focus()));
        acts.addClassName("acts");
        removeAll();
        add(who, refused, acts);
        // The question took the button's place: whoever came by keyboard goes on here.
        who.getElement().executeJs("setTimeout(() => this.querySelector('vaadin-checkbox')?.focus())");
    }

    private String when(RegistrationRecord one) {
        var dates = one.dates();
        if (dates.isEmpty()) {
            return "";
        }
        String first = moments.brief(dates.getFirst().startsAt(), zone);
        return dates.size() == 1 ? first : getTranslation("registrations.family.series", dates.size(), first);
    }
}
