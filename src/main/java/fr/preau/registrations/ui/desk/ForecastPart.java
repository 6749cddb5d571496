package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.preau.base.ui.Notice;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.Overlap;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.Preview;
import fr.preau.registrations.WaitReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would come of it if one registered now: a place, or which rank in the list, so that a caller hears it before the click. */
class ForecastPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient DeskService desk;
    private final transient DeskWords words;

    ForecastPart(DeskService desk, DeskWords words) {
        this.desk = desk;
        this.words = words;
        addClassName("stack");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Whom and what it is about, as far as it is chosen. */
    record Chosen(PersonsChoice persons, UUID group, DatesChoice dates, PartyRule rule) {

        private boolean isComplete() {
            return !persons.value().isEmpty() && (dates.isForSeries() || !dates.value().isEmpty());
        }

        private String name(UUID person) {
            return persons.household().person(person).map(PersonRecord::firstName).orElse("");
        }
    }

    void show(Chosen chosen, DeskTerms terms) {
        removeAll();
        if (!chosen.isComplete()) {
            return;
        }
        var preview = desk.preview(chosen.persons().household().id(), chosen.group(), chosen.persons().value(), chosen.dates().value(),
                chosen.rule(), terms);
        sayTurns(preview.forecasts().stream().filter(one -> one.waits() != WaitReason.APPROVAL).toList(), chosen);
        // For the closing there is a field of its own.
        preview.refused().stream().filter(one -> !one.why().isAboutTheClosing()).distinct().forEach(one -> add(refusal(one, chosen)));
        preview.overlaps().stream()
                .collect(Collectors.groupingBy(one -> new Elsewhere(one.person(), one.otherTitle()), LinkedHashMap::new, Collectors.toList()))
                .forEach((elsewhere, all) -> add(overlap(all).titled(chosen.name(elsewhere.person()))));
    }

    private record Elsewhere(UUID person, String title) {
    }

    /** What somebody would have of one date, or of the series: a place, one beyond the places, or a rank in the list. */
    private record Turn(@Nullable UUID session, int rank, boolean beyond) {

        private String word() {
            return rank > 0 ? "would-wait" : beyond ? "would-have-beyond" : "would-have";
        }
    }

    private void sayTurns(List<Preview.Forecast> forecasts, Chosen chosen) {
        if (forecasts.isEmpty()) {
            return;
        }
        var lines = new UnorderedList();
        forecasts.stream().collect(Collectors.groupingBy(one -> new Turn(one.session(), one.rank(), one.overbooked()), LinkedHashMap::new, Collectors.toList()))
                .forEach((turn, people) -> lines.add(new ListItem(words.say("register." + turn.word(), whose(turn, people, chosen),
                        turn.rank() == 0 ? people.size() : turn.rank()))));
        add(Notice.info(words.say("register.forecast")).then(lines));
    }

    private String whose(Turn turn, List<Preview.Forecast> people, Chosen chosen) {
        var names = people.stream().map(one -> chosen.name(one.person())).collect(Collectors.joining(", "));
        var date = turn.session() == null ? null : chosen.dates().chosen().get(turn.session());
        return date == null ? names : words.say("request.whose", names, words.brief(date));
    }

    private Notice refusal(PersonRefusal one, Chosen chosen) {
        var name = chosen.name(one.person());
        var date = one.session() == null ? null : chosen.dates().chosen().get(one.session());
        return Notice.warn(words.why(one.why())).titled(date == null ? name : words.say("caveat.who-when", name, words.brief(date)));
    }

    private Notice overlap(List<Overlap> all) {
        var first = all.getFirst();
        return Notice.warn(all.size() == 1 ? words.say("caveat.overlap", first.otherTitle(), words.brief(first.otherStartsAt()))
                : words.say("caveat.overlaps", first.otherTitle(), all.size(), words.brief(first.otherStartsAt())));
    }
}
