package fr.preau.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import fr.preau.accounts.DeskCode;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.PrintButton;
import fr.preau.people.PersonRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in for each adult, read out, shown or printed at the desk; it is worth something for ten minutes and once. Who has just got
 * one gets the next by another button: a second click on the first would end the code that is being written down.
 */
class CodesPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient CodeParts desk;
    private final List<Act> acts = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final Div given = new Div();

    CodesPart(List<PersonRecord> adults, CodeParts desk) {
        this.desk = desk;
        var line = new Div();
        line.addClassName("line");
        adults.forEach(adult -> acts.add(Act.alt(getTranslation("people.household.code", adult.firstName()), click -> give(adult, click.getSource()))
                .with(Picto.KEY).small().once()));
        acts.forEach(line::add);
        add(line, refusals, given);
    }

    private void give(PersonRecord adult, Button first) {
        var outcome = desk.make(adult.id());
        refusals.say(outcome.reasons());
        given.removeAll();
        acts.forEach(act -> act.setEnabled(act != first || outcome.value().isEmpty()));
        var again = Act.quiet(getTranslation("people.household.code-again"), click -> give(adult, first)).small().once();
        outcome.value().ifPresentOrElse(code -> show(code, again), first::focus);
    }

    private void show(DeskCode code, Act again) {
        var print = new PrintButton("people.slip.print");
        var line = new Div(print, again);
        line.addClassName("line");
        given.add(Notice.info(getTranslation("people.household.code-how", desk.door(code), code.name(), desk.hour(code)))
                .titled(getTranslation("people.household.code-is", code.shown())).then(line).spoken(), desk.slip(code));
        // what was pressed cannot be pressed any more, and would leave the focus nowhere
        print.focus();
    }
}
