package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import fr.preau.activities.GroupSheet;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.OneCard;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When somebody comes: in which group of the activity, on which of its dates. */
class WhenPart extends Div {

    private static final long serialVersionUID = 1L;

    private final OneCard<GroupSheet> group;
    private final DatesChoice dates;
    private Command otherGroup = () -> { };
    private Command otherDates = () -> { };

    WhenPart(DeskTask task, DeskWords words, Clock clock) {
        addClassName("stack");
        group = new OneCard<>(words.say("register.group"), task.sheet().groups(), one -> Choice.of(
                one.name().isEmpty() ? task.sheet().about().title() : one.name(), words.say("booking." + DeskNavigation.word(one.booking()))));
        group.addClassName("dense");
        group.setValue(task.group());
        group.setVisible(task.sheet().groups().size() > 1);
        dates = new DatesChoice(words, clock, () -> otherDates.execute());
        dates.show(task.group(), task.ids("dates"));
        group.addValueChangeListener(change -> {
            dates.show(change.getValue(), Set.of());
            otherGroup.execute();
        });
        add(group, dates);
    }

    /** @param otherGroup the dates are those of the other one by then */
    void onChange(Command otherGroup, Command otherDates) {
        this.otherGroup = otherGroup;
        this.otherDates = otherDates;
    }

    UUID group() {
        return group.getValue().id();
    }

    DatesChoice dates() {
        return dates;
    }

    /** What the address has to say for all of this to be found again. */
    void keepIn(Map<String, String> state) {
        state.put("groupe", group.isVisible() ? group().toString() : "");
        state.put("dates", DeskNavigation.ids(dates.value()));
    }
}
