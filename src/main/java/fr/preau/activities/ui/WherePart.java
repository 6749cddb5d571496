package fr.preau.activities.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.Problem;
import fr.preau.base.ui.FormSection;
import java.util.List;

/** "Où, et qu’apporter ?": the place, how one gets in, what to bring, the price. */
final class WherePart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final TextField place;
    private final TextField access;
    private final TextField bring;
    private final TextField price;

    WherePart(String question, FieldErrors errors, SerializableRunnable changed) {
        super(question);
        place = errors.at(Problem.Field.PLACE, Fields.line(say("place"), say("place-hint")));
        access = errors.at(Problem.Field.ACCESS, Fields.line(say("access"), say("access-hint")));
        bring = errors.at(Problem.Field.BRING, Fields.line(say("bring"), ""));
        price = errors.at(Problem.Field.PRICE, Fields.line(say("price"), say("price-hint")));
        add(place, access, Fields.beside(bring, price));
        List.of(place, access, bring, price).forEach(field -> field.addValueChangeListener(change -> changed.run()));
    }

    void read(ActivityInput input) {
        place.setValue(input.place());
        access.setValue(input.accessNote());
        bring.setValue(input.bring());
        price.setValue(input.price());
    }

    String place() {
        return place.getValue();
    }

    String access() {
        return access.getValue();
    }

    String bring() {
        return bring.getValue();
    }

    String price() {
        return price.getValue();
    }

    private String say(String key) {
        return getTranslation("activities.desk.where." + key);
    }
}
