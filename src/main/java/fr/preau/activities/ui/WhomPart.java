package fr.preau.activities.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableRunnable;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityInput.Who;
import fr.preau.activities.Problem;
import fr.preau.base.Texts;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.OneCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Pour qui ?": everybody, some ages, or some birth years; children with an adult or by themselves. */
final class WhomPart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final OneCard<Who> who;
    private final IntegerField minAge;
    private final IntegerField maxAge;
    private final IntegerField bornFrom;
    private final IntegerField bornTo;
    private final Checkbox withAdult;
    private final Div ages;
    private final Div years;

    WhomPart(String question, FieldErrors errors, SerializableRunnable changed) {
        super(question);
        who = new OneCard<>(say("who"), List.of(Who.values()), one -> Choice.of(say(Texts.word(one)), say(Texts.word(one) + "-more")));
        minAge = errors.at(Problem.Field.AGES, Fields.number(say("min-age")));
        maxAge = errors.at(Problem.Field.AGES, Fields.number(say("max-age")));
        bornFrom = errors.at(Problem.Field.BIRTH_YEARS, Fields.number(say("born-from")));
        bornTo = errors.at(Problem.Field.BIRTH_YEARS, Fields.number(say("born-to")));
        maxAge.setHelperText(say("open-end"));
        bornTo.setHelperText(say("open-end"));
        withAdult = new Checkbox(say("with-adult"));
        ages = Fields.beside(minAge, maxAge);
        years = Fields.beside(bornFrom, bornTo);
        add(who, ages, years, withAdult);
        who.addValueChangeListener(change -> {
            show();
            changed.run();
        });
        List.of(minAge, maxAge, bornFrom, bornTo).forEach(field -> field.addValueChangeListener(change -> changed.run()));
        withAdult.addValueChangeListener(change -> changed.run());
        who.setValue(Who.EVERYBODY);
    }

    void read(ActivityInput input) {
        who.setValue(input.who());
        minAge.setValue(input.minAge());
        maxAge.setValue(input.maxAge());
        bornFrom.setValue(input.birthYearFrom());
        bornTo.setValue(input.birthYearTo());
        withAdult.setValue(input.withAdult());
        show();
    }

    private void show() {
        ages.setVisible(who.getValue() == Who.BY_AGE);
        years.setVisible(who.getValue() == Who.BY_BIRTH_YEAR);
    }

    Who who() {
        return who.getValue() == null ? Who.EVERYBODY : who.getValue();
    }

    @Nullable Integer minAge() {
        return minAge.getValue();
    }

    @Nullable Integer maxAge() {
        return maxAge.getValue();
    }

    @Nullable Integer bornFrom() {
        return bornFrom.getValue();
    }

    @Nullable Integer bornTo() {
        return bornTo.getValue();
    }

    boolean withAdult() {
        return withAdult.getValue();
    }

    private String say(String key) {
        return getTranslation("activities.desk.whom." + key);
    }
}
