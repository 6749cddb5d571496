package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.Toast;
import fr.preau.people.GuardianCodeService;

/** "J’ai un code de l’autre parent": a child who lives elsewhere joins those one may register. */
class JoinPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient GuardianCodeService codes;
    private final Runnable whenChanged;

    JoinPart(GuardianCodeService codes, Runnable whenChanged) {
        this.codes = codes;
        this.whenChanged = whenChanged;
        add(Act.quiet(getTranslation("people.guardians.have-code"), click -> ask()).small());
    }

    private void ask() {
        removeAll();
        var field = new PlainField(getTranslation("people.guardians.code-field")).named("guardian-code").helped("off", "text")
                .hint(getTranslation("people.guardians.code-hint"));
        var line = new Div(field, Act.alt(getTranslation("people.guardians.join"), click -> join(field)));
        line.addClassName("find");
        add(line);
        field.focus();
    }

    private void join(PlainField field) {
        var outcome = codes.join(field.getValue());
        if (outcome.value().isPresent()) {
            whenChanged.run();
            Toast.say(getTranslation("people.guardians.joined", outcome.value().get().firstName()));
        } else {
            field.refuse(getTranslation(outcome.reasons().getFirst().key()));
        }
    }
}
